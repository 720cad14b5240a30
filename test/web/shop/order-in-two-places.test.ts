import { formFields, unmarked, type Visitor } from '../visitor';
import { CAMILLE, sends } from './shopping';
import { back, DETAILS, PAYMENT, openToSpectators } from './spectator';

/** « Revenir à mon panier » in one tab, « Payer » at the bank in another: whoever paid is told, and buys nothing twice. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
beforeAll(async () => {
  theatre = await openToSpectators();
});
afterAll(() => theatre.shop.close());

/** Somebody who is back at the basket, the bank's page of the order still open. */
async function backAtTheBasket(page = theatre.phare): Promise<{ readonly camille: Visitor; readonly first: string }> {
  const camille = theatre.arrives();
  await theatre.chooses(camille, { 't-PLEIN': '2' }, page);
  const first = await theatre.orders(camille);
  await sends(camille, back(first), {}, `/commande/${first}/panier`);
  return { camille, first };
}

const view = (reference: string) => theatre.shop.world.orders.view(reference);
const heldBy = async (basket: string): Promise<readonly number[]> =>
  theatre.shop.world.knex('performance_places').where({ basket }).pluck('id');

describe('an order that was paid after all', () => {
  it.each(['phare', 'bal'] as const)('has its very places, and the basket says so and is emptied (%s)', async (where) => {
    const { camille, first } = await backAtTheBasket(theatre[where]);
    const places = await theatre.placesOf(first);
    const { text: details } = await camille.get(DETAILS);
    await theatre.provider(first, 'paid');
    expect(await view(first)).toMatchObject({ payment: 'paid' });
    expect(await theatre.placesOf(first)).toEqual(places);
    const { text } = await camille.get('/panier');
    expect(text).toContain('Cette commande est payée');
    expect(text).toContain(`href="/commande/${first}"`);
    expect(text).not.toContain('Continuer vers vos coordonnées');
    expect(await heldBy(formFields(details, DETAILS)['basket'] ?? '')).toEqual([]);
    // And it stays so.
    expect((await camille.get('/panier')).text).toContain('Cette commande est payée');
  });

  it.each([
    ['/panier', '/panier'],
    ['/panier', '/panier/prolonger'],
    ['/panier', '/panier/places/1/retirer'],
    ['/panier', '/panier/vider'],
    ['/panier/plan', '/panier/plan'],
    [DETAILS, DETAILS],
  ])('is told by the form of %s that goes to %s', async (page, action) => {
    const { camille, first } = await backAtTheBasket();
    const { text } = await camille.get(page);
    await theatre.provider(first, 'paid');
    const answer = await camille.post(action).type('form').send({ ...formFields(text, action), ...CAMILLE, place: ['1', '2'] }); // prettier-ignore
    expect(answer.text).toContain('Cette commande est payée');
    expect(await view(first)).toMatchObject({ payment: 'paid' });
    expect(await theatre.shop.world.knex('orders').where({ taken_over_by: first }).pluck('reference')).toEqual([]);
  });

  it.each(['/panier', '/panier/plan', DETAILS])('is told by %s opened anew', async (page) => {
    const { camille, first } = await backAtTheBasket();
    await theatre.provider(first, 'paid');
    expect((await camille.get(page)).text).toContain('Cette commande est payée');
  });

  it('is told before other seats are put in a new basket', async () => {
    const { camille, first } = await backAtTheBasket();
    const { text } = await camille.get(theatre.phare);
    await theatre.provider(first, 'paid');
    const form = { ...formFields(text, theatre.phare), category: '1', 't-PLEIN': '2' };
    const told = await camille.post(theatre.phare).type('form').send(form).expect(409); // prettier-ignore
    expect(unmarked(told.text)).toContain(`La commande ${first} est payée`);
    await theatre.chooses(camille);
    expect((await camille.get('/panier')).text).toContain('Total, 2\u00a0places');
  });

  it('leaves a basket of another performance alone, and is told in it', async () => {
    const { camille, first } = await backAtTheBasket();
    await theatre.chooses(camille, { 't-PLEIN': '1' }, theatre.bal);
    await theatre.provider(first, 'paid');
    const { text } = await camille.get('/panier');
    expect(text).toContain('Le Bal des éclusiers');
    expect(unmarked(text)).toContain(`La commande ${first} est payée`);
    expect(text).not.toContain('Les reprendre');
  });

  it('loses no place when it was also looked for a second time', async () => {
    const { camille, first } = await backAtTheBasket();
    const second = await theatre.orders(camille);
    await sends(camille, back(second), {}, `/commande/${second}/panier`);
    await theatre.provider(first, 'paid');
    expect(await view(first)).toMatchObject({ payment: 'paid' });
    expect((await camille.get('/panier')).text).toContain(`href="/commande/${first}"`);
  });
});

describe('an order that was given up for a basket', () => {
  it('is named by the basket and its details as one not to be paid any more', async () => {
    const { camille, first } = await backAtTheBasket();
    for (const page of ['/panier', DETAILS])
      expect(unmarked((await camille.get(page)).text)).toMatch(new RegExp(`commande ${first}[^.]*ne la payez plus`));
  });

  it('leads back to that basket, and says nothing untrue of its time', async () => {
    const { camille, first } = await backAtTheBasket();
    const { text } = await camille.get(back(first));
    expect(text).toContain('Vous êtes revenu à votre panier');
    expect(text).toContain('href="/panier"');
    expect(text).not.toContain('Aucun paiement ne nous était parvenu');
  });

  it('keeps its places when « Revenir à mon panier » is pressed twice, at once or later', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const seats = await theatre.seatsOf(camille);
    const first = await theatre.orders(camille);
    const { text } = await camille.get(back(first));
    const form = formFields(text, `/commande/${first}/panier`);
    const press = () => camille.post(`/commande/${first}/panier`).type('form').send(form); // prettier-ignore
    await Promise.all([press(), press()]);
    expect(await theatre.seatsOf(camille)).toEqual(seats);
    expect((await press()).headers['location']).toBe('/panier');
    expect(await theatre.seatsOf(camille)).toEqual(seats);
    expect(
      await theatre.shop.world
        .knex('performance_places')
        .where({ status: 'held' })
        .whereIn('id', await theatre.placesOf(first)),
    ).toHaveLength(2);
  });

  it('is refunded once the basket has become another order, and both pages say which is which', async () => {
    const { camille, first } = await backAtTheBasket();
    const second = await theatre.orders(camille);
    expect(unmarked((await camille.get(back(second))).text)).toMatch(new RegExp(`commande ${first}[^.]*ne la payez plus`));
    expect((await camille.get(back(first))).text).toContain(`href="${back(second)}"`);
    await theatre.provider(first, 'paid');
    expect(await view(first)).toMatchObject({ payment: 'refund-due' });
    expect(await view(second)).toMatchObject({ payment: 'pending' });
    const old = (await camille.get(back(first))).text;
    expect(old).toContain('remboursé');
    expect(old).toContain(`href="${back(second)}"`);
    expect(unmarked((await camille.get(back(second))).text)).toContain(`Le paiement de la commande ${first} vous est remboursé`);
    const paying = await sends(camille, back(second), {});
    expect(paying.headers['location']).toMatch(PAYMENT);
  });

  it('cannot be paid from our pages any more', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const first = await theatre.orders(camille);
    const old = formFields((await camille.get(back(first))).text, back(first));
    await sends(camille, back(first), {}, `/commande/${first}/panier`);
    const answer = await camille.post(back(first)).type('form').send(old); // prettier-ignore
    expect(answer.headers['location']).toBe(back(first));
  });

  it('whose places somebody else has is refunded, and the basket says so', async () => {
    const { camille, first } = await backAtTheBasket();
    const [lost = 0] = await theatre.placesOf(first);
    await sends(camille, '/panier', {}, '/panier/places/1/retirer');
    await theatre.taken(lost);
    await theatre.provider(first, 'paid');
    expect(await view(first)).toMatchObject({ payment: 'refund-due' });
    expect(unmarked((await camille.get('/panier')).text)).toContain(`Le paiement de la commande ${first} vous est remboursé`);
  });

  it('whose payment failed at the bank is no matter', async () => {
    const { camille, first } = await backAtTheBasket();
    await theatre.provider(first, 'refused');
    expect((await camille.get('/panier')).text).toContain('Continuer vers vos coordonnées');
  });
});
