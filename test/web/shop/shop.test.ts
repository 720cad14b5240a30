import request from 'supertest';
import { cents } from '../../../src/domain/money';
import { PHARE } from '../../people';
import { fakeCatalogue } from '../../fakes/catalogue';
import type { Theatre } from '../harness';
import type { Visitor } from '../visitor';
import { cookiesOf, formFields, unmarked, visitor } from '../visitor';
import { CAMILLE, DATE, fills, opens as opensShop, sends } from './shopping';

let theatre: Theatre;
afterEach(() => theatre.close());

async function opens(setting: Parameters<typeof opensShop>[0] = {}): Promise<Visitor> {
  const opened = await opensShop(setting);
  theatre = opened.theatre;
  return opened.camille;
}

describe('the programme', () => {
  it('leads from a show to its dates, and from a date to its seats', async () => {
    const camille = await opens();
    expect((await camille.get('/')).text).toContain('<a href="/spectacles/1">Le Phare d’hiver</a>');
    expect((await camille.get('/spectacles/1')).text).toContain(`href="${DATE}"`);
    const { text } = await camille.get(DATE);
    expect(text).toContain('Étudiant');
    expect(text).toContain('Justificatif demandé');
    expect(text).toContain('Carte d’étudiant');
  });

  it('says what is not, or no longer, to be had, and where to go', async () => {
    const camille = await opens();
    for (const path of ['/spectacles/99', '/seances/99', '/seances/none']) {
      const { status, text } = await camille.get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain('href="/"');
    }
  });

  it.each([
    ['before the sale', '2026-08-01T10:00:00.000Z', 'en vente en ligne le 1er\u00a0septembre'],
    ['after it', '2027-01-20T10:00:00.000Z', 'vente en ligne terminée'],
  ])('%s sells nothing, and says so', async (_when, now, words) => {
    const camille = await opens({ now });
    const { text } = await camille.get(DATE);
    expect(text).toContain(words);
    expect(text).not.toContain('Ajouter au panier');
  });

  it('without anything on sale says so', async () => {
    const camille = await opens({ needs: (needs) => ({ catalogue: { ...needs.catalogue, performances: () => Promise.resolve([]) } }) });
    expect((await camille.get('/')).text).toContain('Rien n’est en vente pour l’instant');
  });
});

describe('the basket', () => {
  it('keeps the places, tells until when, and what will be asked', async () => {
    const camille = await opens({ now: '2027-01-04T10:00:00.000Z' });
    await fills(camille, { 't-PLEIN': '1', 't-ETUD': '2' });
    const { text } = await camille.get('/panier');
    expect(text).toContain('rang\u00a0F, fauteuil\u00a011');
    expect(text).toMatch(/gardées jusqu’à\s+<strong class="nowrap">11\u00a0h\u00a015<\/strong>/);
    expect(text).toContain('Envoi soumis à justificatif');
    expect(text).not.toContain('value="PRINT_AT_HOME"');
    expect(text).toContain('Votre panier contient 2\u00a0places à tarif réduit');
    expect(text).toContain('vendredi 15\u00a0janvier 2027 à\u00a020\u00a0h\u00a030');
    expect(text).toContain('52,00\u00a0€');
    // Shows are played in the afternoon too.
    expect(text).not.toMatch(/soir/i);
  });

  it('with full-price seats alone offers to print at home', async () => {
    const camille = await opens();
    await fills(camille, { 't-PLEIN': '2' });
    const { text } = await camille.get('/panier');
    expect(text).toContain('value="PRINT_AT_HOME"');
    expect(text).not.toContain('Pourquoi un seul choix');
  });

  it.each([
    ['no seat', {}, 'Choisissez au moins une place.'],
    ['more than an order holds', { 't-PLEIN': '11' }, '10\u00a0places au plus'],
    ['no category', { 't-PLEIN': '1', category: 'balcon' }, 'Ce tarif n’existe pas dans cette catégorie'],
  ])('%s stays out of it, with the reason beside what was typed', async (_what, typed, words) => {
    const camille = await opens();
    const { status, text } = await sends(camille, DATE, { category: '1', ...typed });
    expect(status).toBe(422);
    expect(text).toMatch(/<title>Erreur/);
    expect(text).toContain(words);
    expect((await camille.get('/panier')).text).toContain('Votre panier est vide');
  });

  it('says when somebody was faster, and what is left', async () => {
    const camille = await opens();
    const jeanne = visitor(theatre);
    for (let bought = 0; bought < 2; bought += 1) await fills(bought === 0 ? camille : jeanne, { 't-PLEIN': '8' });
    const late = await sends(visitor(theatre), DATE, { category: '1', 't-PLEIN': '8' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Ces places ne sont plus libres');
  });

  it('loses a seat, and then itself', async () => {
    const camille = await opens();
    await fills(camille, { 't-PLEIN': '2' });
    await sends(camille, '/panier', {}, '/panier/places/1/retirer');
    expect((await camille.get('/panier')).text).toContain('24,00\u00a0€');
    await sends(camille, '/panier', {}, '/panier/places/1/retirer');
    expect((await camille.get('/panier')).text).toContain('Votre panier est vide');
    expect(theatre.baskets.kept.size).toBe(0);
  });

  it('waits longer when asked, and looks for the same places when its time was over', async () => {
    const camille = await opens({ now: '2027-01-04T10:00:00.000Z' });
    await fills(camille, { 't-ETUD': '2' });
    theatre.clock.set('2027-01-04T10:14:00.000Z');
    await sends(camille, '/panier', {}, '/panier/prolonger');
    expect((await camille.get('/panier')).text).toContain('11\u00a0h\u00a029');
    theatre.clock.set('2027-01-04T10:30:00.000Z');
    const over = await camille.get('/panier');
    expect(over.text).toContain('Vos places sont retournées à la vente');
    await camille.post('/panier/reprendre').type('form').send(formFields(over.text, '/panier/reprendre')).expect(303); // prettier-ignore
    expect((await camille.get('/panier')).text).toContain('11\u00a0h\u00a045');
  });

  it('can be prolonged ten times and more, up to a time that it tells', async () => {
    const camille = await opens({ now: '2027-01-04T10:00:00.000Z' });
    await fills(camille, { 't-PLEIN': '2' });
    expect((await camille.get('/panier')).text).toContain('plusieurs fois, jusqu’à 13\u00a0h\u00a045');
    for (let minutes = 14; minutes < 154; minutes += 14) {
      theatre.clock.set(new Date(Date.parse('2027-01-04T10:00:00.000Z') + minutes * 60_000).toISOString());
      await sends(camille, '/panier', {}, '/panier/prolonger');
    }
    expect((await camille.get('/panier')).text).toContain('13\u00a0h\u00a035');
    await sends(camille, '/panier', {}, '/panier/prolonger');
    theatre.clock.set('2027-01-04T12:34:00.000Z');
    await sends(camille, '/panier', {}, '/panier/prolonger');
    const { text } = await camille.get('/panier');
    expect(text).toContain('13\u00a0h\u00a045');
    expect(text).toContain('Nous ne pouvons pas les garder plus longtemps');
    expect(text).not.toContain('action="/panier/prolonger"');
  });

  it('takes other places from the plan, as many as it holds', async () => {
    const camille = await opens();
    await fills(camille, { 't-PLEIN': '1' });
    const few = await sends(camille, '/panier/plan', {});
    expect(few.text).toContain('Il faut 1\u00a0place et vous en avez coché 0');
    await sends(camille, '/panier/plan', { place: '3' });
    expect((await camille.get('/panier')).text).toContain('fauteuil\u00a013');
    const many = await sends(camille, '/panier/plan', { place: ['1', '3'] });
    expect(many.status).toBe(422);
  });
});

describe('the order', () => {
  it('leads to the provider’s page, once, however often the form is sent', async () => {
    const camille = await opens();
    await fills(camille, { 't-ETUD': '1' });
    const page = await camille.get('/panier/coordonnees');
    const form = { ...formFields(page.text, '/panier/coordonnees'), ...CAMILLE, 'holder-1': 'Paul Roussel' };
    // The button pressed twice: both forms leave with the same cookies, before any answer.
    const cookies = cookiesOf(page);
    const send = () => request(theatre.url).post('/panier/coordonnees').set('Cookie', cookies).type('form').send(form);
    const [first, second] = [await send(), await send()];
    const [reference] = [...theatre.book.keys()];
    for (const { headers } of [first, second]) expect(headers['location']).toContain(`/bac-a-sable?reference=${reference}.`);
    expect([...theatre.book.values()].map(({ view }) => [view.channel, view.deliveryMethod.code, view.seats[0]?.holder])).toEqual([
      ['INTERNET', 'HELD_FOR_PROOF', 'Paul Roussel'],
    ]);
  });

  it('that was not paid yet is found again from the basket', async () => {
    const camille = await opens();
    await fills(camille, { 't-PLEIN': '1' });
    await sends(camille, '/panier/coordonnees', CAMILLE);
    const { text } = await camille.get('/panier');
    expect(text).toContain('Votre commande attend son paiement');
    const [way = ''] = /\/commande\/[0-9A-Z-]{9}(?=")/.exec(text) ?? [];
    expect((await camille.get(way)).status).toBe(200);
  });

  it.each([
    ['a name', { name: ' ' }, 'Écrivez vos nom et prénom'],
    ['agreement to the terms of sale', { accept: '' }, 'Lisez les conditions de vente'],
    ['an address', { email: 'camille@' }, 'adresse e-mail complète'],
    ['the name on the proof', { 'holder-1': '' }, 'comme sur son justificatif'],
    ['an address of one’s own', { email: 'Justificatifs+x@theatre-des-mariniers.example' }, 'Cette adresse est celle de la billetterie'],
  ])('asks for %s beside the field, and keeps what was typed', async (_what, typed, words) => {
    const camille = await opens();
    await fills(camille, { 't-ETUD': '1' });
    const { status, text } = await sends(camille, '/panier/coordonnees', { ...CAMILLE, 'holder-1': 'Paul Roussel', ...typed });
    expect(status).toBe(422);
    expect(unmarked(text)).toContain(words);
    expect(text).toContain('aria-invalid="true"');
    expect(theatre.book.size).toBe(0);
  });

  it('never charges another price in silence', async () => {
    const camille = await opens();
    await fills(camille, { 't-PLEIN': '1' });
    const { text } = await camille.get('/panier/coordonnees');
    const fields = formFields(text, '/panier/coordonnees');
    const offer = await fakeCatalogue().offer(PHARE.id, 'INTERNET');
    const [full, ...others] = offer?.tariffs ?? [];
    if (!offer || !full) throw new Error('There is an offer.');
    const dearer = { ...offer, tariffs: [{ ...full, prices: { '1': { price: cents(2600), fee: cents(0) } } }, ...others] };
    theatre.needs.catalogue.offer = () => Promise.resolve(dearer);
    const answer = await camille.post('/panier/coordonnees').type('form').send({ ...fields, ...CAMILLE }); // prettier-ignore
    expect(answer.text).toContain('Le prix a changé');
    expect(answer.text).toContain('Payer 26,00\u00a0€');
    expect(theatre.book.size).toBe(0);
  });

  it('never buys in silence what another tab has put in the basket, were it at the same price', async () => {
    const camille = await opens();
    await fills(camille, { 't-PLEIN': '1' });
    const { text } = await camille.get('/panier/coordonnees');
    const fields = formFields(text, '/panier/coordonnees');
    await sends(camille, '/panier/plan', { place: '3' });
    const answer = await camille.post('/panier/coordonnees').type('form').send({ ...fields, ...CAMILLE }); // prettier-ignore
    expect(answer.text).toContain('Votre panier a changé depuis que vous avez ouvert cette page');
    expect(theatre.book.size).toBe(0);
    const again = { ...formFields(answer.text, '/panier/coordonnees'), ...CAMILLE };
    expect((await camille.post('/panier/coordonnees').type('form').send(again)).status).toBe(303); // prettier-ignore
  });

  it.each([['shown'], ['total']])('refuses a form whose %s is missing', async (field) => {
    const camille = await opens();
    await fills(camille, { 't-PLEIN': '1' });
    const { text } = await camille.get('/panier/coordonnees');
    const { [field]: _gone, ...fields } = formFields(text, '/panier/coordonnees');
    const answer = await camille.post('/panier/coordonnees').type('form').send({ ...fields, ...CAMILLE }); // prettier-ignore
    expect([answer.status, theatre.book.size]).toEqual([422, 0]);
  });
});

it('speaks English on choice, to the end', async () => {
  const camille = await opens();
  await camille.get('/?lang=en');
  await fills(camille, { 't-ETUD': '1' });
  expect((await camille.get('/panier')).text).toContain('Why only one choice?');
  expect((await camille.get('/panier/coordonnees')).text).toContain('Pay €14.00');
  await sends(camille, '/panier/coordonnees', { ...CAMILLE, 'holder-1': 'Paul Roussel' });
  expect([...theatre.book.values()].map(({ view }) => view.language)).toEqual(['en']);
});
