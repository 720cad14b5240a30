import { formFields } from '../visitor';
import { CAMILLE, sends } from './shopping';
import { DETAILS, openToSpectators } from './spectator';
import { defined } from '../../fakes/defined';

/** Another performance, another tab, a place that is gone, a rule that says no. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
beforeAll(async () => {
  theatre = await openToSpectators();
});
afterAll(() => theatre.shop.close());

describe('two performances', () => {
  it('are told before: the second one replaces the first only when that was said', async () => {
    const camille = theatre.arrives();
    const early = formFields((await camille.get(theatre.bal)).text, theatre.bal);
    await theatre.chooses(camille);
    const seats = await theatre.seatsOf(camille);
    // From a page that was opened before there was a basket.
    const told = await camille.post(theatre.bal).type('form').send({ ...early, category: 'unique', 't-PLEIN': '1' }).expect(409); // prettier-ignore
    expect(told.text).toContain('Vous y gardez 2\u00a0places pour Le Phare d’hiver');
    expect(told.text).toContain('Remplacer mon panier par ces places');
    expect(await theatre.seatsOf(camille)).toEqual(seats);
    const { text } = await camille.get(theatre.bal);
    expect(text).toContain('Une commande vaut pour une seule séance');
    await theatre.chooses(camille, { 't-PLEIN': '1' }, theatre.bal);
    expect((await camille.get('/panier')).text).toContain('Le Bal des éclusiers');
  });

  it('can be changed back', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const seats = await theatre.seatsOf(camille);
    await theatre.chooses(camille, { 't-PLEIN': '1' }, theatre.bal);
    const { text } = await camille.get('/panier');
    expect(text).toContain('Vos 2\u00a0places pour Le Phare d’hiver');
    await sends(camille, '/panier', {}, '/panier/precedent');
    expect(await theatre.seatsOf(camille)).toEqual(seats);
    expect((await camille.get('/panier')).text).toContain('Votre place pour Le Bal des éclusiers');
  });

  it('in two tabs: the old one says that it is another basket, and does nothing to it', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const old = (await camille.get('/panier')).text;
    const plan = (await camille.get('/panier/plan')).text;
    await theatre.chooses(camille, { 't-PLEIN': '2' }, theatre.bal);
    for (const action of ['/panier/places/1/retirer', '/panier/prolonger', '/panier/vider', '/panier']) {
      const { status, text } = await camille.post(action).type('form').send(formFields(old, action)); // prettier-ignore
      expect([action, status]).toEqual([action, 409]);
      expect(text).toContain('Ce n’est plus le même panier');
      expect(text).toContain('Total, 2\u00a0places');
    }
    const onPlan = await camille.post('/panier/plan').type('form').send({ ...formFields(plan, '/panier/plan'), place: ['1', '2'] }); // prettier-ignore
    expect(onPlan.status).toBe(409);
  });
});

describe('a place that is lost at the last moment', () => {
  it('is named on the plan, and the others stay ticked', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const { text } = await camille.get('/panier/plan');
    const free = [...text.matchAll(/value="(\d+)"\s+\/><span>(\d+)<\/span>/g)].slice(0, 2).map(([, id]) => Number(id));
    const [first = 0, second = 0] = free;
    await theatre.taken(second);
    const places = theatre.shop.world.knex('performance_places').where({ id: second });
    const { seat_label: label, row_label: row } = defined(await places.first('seat_label', 'row_label'));
    const answer = await camille.post('/panier/plan').type('form').send({ ...formFields(text, '/panier/plan'), place: free.map(String) }); // prettier-ignore
    expect(answer.status).toBe(409);
    expect(answer.text).toContain(`Quelqu’un d’autre vient de prendre\u00a0: rang\u00a0${row}, fauteuil\u00a0${label}.`);
    expect(answer.text).toMatch(new RegExp(`value="${first}"\\s+checked`));
    expect(answer.text).not.toMatch(new RegExp(`value="${second}"\\s+checked`));
  });

  it('is named before the payment, the others are kept, and nobody types their name twice', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const [kept, lost] = await theatre.seatsOf(camille);
    const { text } = await camille.get(DETAILS);
    const basket = formFields(text, DETAILS)['basket'];
    const ids = await theatre.shop.world
      .knex('performance_places')
      .where({ basket: defined(basket) })
      .orderBy('id')
      .pluck('id');
    const numbers = await theatre.shop.world
      .knex('performance_places')
      .whereIn('id', [...ids])
      .select('id', 'row_label', 'seat_label');
    const gone = numbers.find((one) => lost === `rang\u00a0${one.row_label}, fauteuil\u00a0${one.seat_label}`);
    await theatre.taken(defined(gone).id);
    const answer = await camille.post(DETAILS).type('form').send({ ...formFields(text, DETAILS), ...CAMILLE }); // prettier-ignore
    expect(answer.headers['location']).toBe('/panier');
    const over = await camille.get('/panier');
    expect(over.text).toContain(`Quelqu’un d’autre vient de prendre\u00a0: ${lost}.`);
    const again = await camille.post('/panier/reprendre').type('form').send(formFields(over.text, '/panier/reprendre')); // prettier-ignore
    expect(again.headers['location']).toBe('/panier?autres=1');
    expect((await camille.get('/panier?autres=1')).text).toContain('Certaines places avaient été prises');
    const seats = await theatre.seatsOf(camille);
    expect(seats).toHaveLength(2);
    expect(seats).toContain(kept);
    expect((await camille.get(DETAILS)).text).toContain(`value="${CAMILLE.email}"`);
  });

  it('that was the last one says so, and leads elsewhere', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille, { 't-PLEIN': '2' }, `/seances/${theatre.shop.performance('Trois lettres pour Agathe')}`);
    const { text } = await camille.get('/panier');
    await theatre.shop.world
      .knex('performance_places')
      .where({ performance_id: theatre.shop.performance('Trois lettres pour Agathe') })
      .update({ status: 'sold', basket: null });
    const over = await camille.post('/panier/reprendre').type('form').send(formFields(text, '/panier/vider')); // prettier-ignore
    expect(over.status).toBe(409);
    expect(over.text).toContain('Nous n’avons pas retrouvé vos places');
    expect(over.text).toContain('Choisir autrement');
  });
});

describe('what the basket refuses', () => {
  it('a group that would grow too small stays whole, and hears how many it takes', async () => {
    const { knex } = theatre.shop.world;
    await knex('tariffs').where({ code: 'PLEIN' }).update({ min_per_order: 2 });
    const camille = theatre.arrives();
    await theatre.chooses(camille, { 't-PLEIN': '2' });
    const answer = await sends(camille, '/panier', {}, '/panier/places/1/retirer');
    await knex('tariffs').where({ code: 'PLEIN' }).update({ min_per_order: null });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Ce tarif demande au moins 2\u00a0places');
    expect(answer.text).toContain('Votre panier n’a pas changé');
    expect(await theatre.seatsOf(camille)).toHaveLength(2);
  });

  it('a way of sending that it may not have is told beside it', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille, { 't-ETUD': '1' });
    const { status, text } = await sends(camille, '/panier', { delivery: 'print-at-home' });
    expect(status).toBe(422);
    expect(text).toContain('Votre panier n’a pas changé');
    expect(text).toContain('Continuer vers vos coordonnées');
  });

  it('a seat where one sits freely can be taken out', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille, { 't-PLEIN': '2' }, `/seances/${theatre.shop.performance('Le Bal des éclusiers')}`);
    await sends(camille, '/panier', {}, '/panier/places/1/retirer');
    expect((await camille.get('/panier')).text).toContain('Total, 1\u00a0place');
  });
});
