import request from 'supertest';
import { cents } from '../../../src/domain/money';
import type { Offer } from '../../../src/domain/sale/offer';
import { PHARE } from '../../people';
import { fakeReceipts } from '../../fakes/till';
import type { Theatre } from '../harness';
import { CASHIER_KEY, HELENE_AT_THE_TILL, openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import { formFields, signsIn, unmarked } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const HOUSE = `/guichet/caisse/${PHARE.id}`;

async function helene() {
  theatre = await openTheatre({ orders: [] });
  return signsIn(theatre, HELENE_AT_THE_TILL);
}

function manyTariffs(offer: Offer | undefined, codes: readonly string[]): Offer | undefined {
  const [model] = offer?.tariffs ?? [];
  return offer && model && { ...offer, tariffs: codes.map((code) => ({ ...model, code, name: { fr: code, en: code } })) };
}

function forNothing(offer: Offer | undefined): Offer | undefined {
  const free = { price: cents(0), fee: cents(0) };
  return offer && { ...offer, tariffs: offer.tariffs.map((tariff) => ({ ...tariff, prices: { '1': free, '2': free } })) };
}

async function sale(fields: Readonly<Record<string, string>>) {
  const till = await helene();
  const { text } = await till.get(HOUSE);
  const buyer = { name: 'Paul Roussel', email: 'paul@courriel.example', operator: 'GUICHET' };
  return { till, answer: await till.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ...buyer, ...fields }) }; // prettier-ignore
}

it('shows five tariffs in rows, the others folded away, open where something was typed', async () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  theatre = await openTheatre({
    orders: [],
    needs: ({ catalogue }) => ({
      catalogue: { ...catalogue, offer: async (id, channel) => manyTariffs(await catalogue.offer(id, channel), names) },
    }),
  });
  const till = await signsIn(theatre, HELENE_AT_THE_TILL);
  const { text } = await till.get(HOUSE);
  expect(text.match(/<th scope="row">/g)).toHaveLength(7);
  expect(text).toMatch(/<details\s*>\s*<summary>Les\s2\sautres tarifs<\/summary>/);
  const typed = await till.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), name: '', 'n.G.1': '2' }); // prettier-ignore
  expect(typed.text).toMatch(/<details open>/);
});

it('tells the total before the money is taken, then sells, and leads to the tickets', async () => {
  const { till, answer } = await sale({ 'n.PLEIN.1': '2' });
  expect(answer.text).toContain('À encaisser\u00a0: 48,00\u00a0€');
  expect(theatre.book.size).toBe(0);
  const buyer = { name: 'Paul Roussel', operator: 'GUICHET', language: 'fr', 'n.PLEIN.1': '2' };
  const again = { ...formFields(answer.text, HOUSE), ...buyer, step: 'sell', method: 'ESPECES' };
  const sold = await till.post(HOUSE).type('form').send(again); // prettier-ignore
  expect(sold.status).toBe(303);
  const [view] = [...theatre.book.values()].map((page) => page.view);
  expect(view).toMatchObject({ channel: 'GUICHET', total: 4800, payment: 'paid' });
  const page = await till.get(sold.headers['location'] ?? '');
  expect(page.text).toContain('Vendu\u00a0: 48,00\u00a0€');
  expect(page.text).toContain('Billets en préparation');
  // The button pressed twice is one sale.
  await till.post(HOUSE).type('form').send(again).expect(303); // prettier-ignore
  expect(theatre.book.size).toBe(1);
  // Back to that page, with another count: another sale, told first.
  const other = { ...buyer, 'n.PLEIN.1': '1', step: 'sell', method: 'ESPECES' };
  const told = await till.post(HOUSE).type('form').send({ ...again, ...other }).expect(422); // prettier-ignore
  await till.post(HOUSE).type('form').send({ ...formFields(told.text, HOUSE), ...other }).expect(303); // prettier-ignore
  expect(theatre.book.size).toBe(2);
});

it('asks for no money where nothing is to be paid, and for no way of paying it', async () => {
  theatre = await openTheatre({
    orders: [],
    needs: ({ catalogue }) => ({
      catalogue: { ...catalogue, offer: async (id, channel) => forNothing(await catalogue.offer(id, channel)) },
    }),
  });
  const till = await signsIn(theatre, HELENE_AT_THE_TILL);
  const { text } = await till.get(HOUSE);
  const buyer = { name: 'Paul Roussel', operator: 'GUICHET', 'n.PLEIN.1': '2' };
  const told = await till.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ...buyer }); // prettier-ignore
  expect(told.text).toContain('Gratuit, rien à encaisser');
  expect(told.text).toContain('2\u00a0places. Mode d’obtention\u00a0:');
  expect(told.text).not.toContain('Mode de paiement');
  const sold = await till.post(HOUSE).type('form').send({ ...formFields(told.text, HOUSE), ...buyer, step: 'sell' }); // prettier-ignore
  expect(sold.status).toBe(303);
});

it('takes no other sum than the one on the button, and tells the new one', async () => {
  const { till, answer } = await sale({ 'n.PLEIN.1': '1' });
  const buyer = { name: 'Paul Roussel', operator: 'GUICHET', language: 'fr', 'n.PLEIN.1': '3' };
  const more = await till.post(HOUSE).type('form').send({ ...formFields(answer.text, HOUSE), ...buyer, step: 'sell', method: 'ESPECES' }); // prettier-ignore
  expect(more.status).toBe(422);
  expect(more.text).toContain('Le total n’est plus celui qui était affiché');
  expect(more.text).toContain('Encaisser 72,00\u00a0€');
  expect(theatre.book.size).toBe(0);
});

it.each([
  ['no seat', {}, 'Choisissez au moins une place.'],
  ['no name', { 'n.PLEIN.1': '1', name: '' }, 'Écrivez le nom du client'],
  ['half an address', { 'n.PLEIN.1': '1', email: 'paul@' }, 'Cette adresse e-mail n’est pas complète'],
  ['no such till', { 'n.PLEIN.1': '1', operator: 'INTERNET' }, 'Choisissez la caisse'],
  ['no way of paying', { 'n.PLEIN.1': '1', step: 'sell' }, 'Choisissez le mode de paiement'],
  [
    'more seats than an order holds',
    { 'n.PLEIN.1': '11' },
    '11\u00a0places demandées, 10 au plus par commande. Il reste\u00a0: 1, parterre, 120\u00a0places libres.',
  ],
  ['more seats than a field takes', { 'n.PLEIN.1': '1000' }, '99\u00a0places demandées, 10 au plus'],
  ['the address of the box office', { 'n.PLEIN.1': '1', email: 'justificatifs@theatre-des-mariniers.example' }, 'écrivez celle du client'],
  ['a reduced seat, unseen, of somebody without an address', { 'n.ETUD.1': '1', email: '' }, 'Sans justificatif vu'],
])('%s is said, and nothing is sold', async (_what, fields, words) => {
  const { answer } = await sale(fields);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Rien n’a été vendu');
  expect(unmarked(answer.text)).toContain(words);
  expect(theatre.book.size).toBe(0);
});

it('announces no total for want of an address or of places, and none outside the sale', async () => {
  let offered: Partial<Offer> = { categories: [{ code: '1', name: '1, parterre', free: 2 }] };
  theatre = await openTheatre({
    orders: [],
    needs: ({ catalogue }) => ({
      catalogue: {
        ...catalogue,
        offer: async (id, channel) => {
          const offer = await catalogue.offer(id, channel);
          return offer && { ...offer, ...offered };
        },
      },
    }),
  });
  const till = await signsIn(theatre, HELENE_AT_THE_TILL);
  const { text } = await till.get(HOUSE);
  const typed = { ...formFields(text, HOUSE), name: 'Paul Roussel', operator: 'GUICHET', 'n.PLEIN.1': '3' };
  const unseen = await till.post(HOUSE).type('form').send({ ...typed, 'n.PLEIN.1': '1', 'n.ETUD.1': '1' }).expect(422); // prettier-ignore
  expect(unseen.text).toContain('Sans justificatif vu');
  expect(unseen.text).not.toContain('À encaisser');
  const full = await till.post(HOUSE).type('form').send(typed).expect(422); // prettier-ignore
  expect(full.text).toContain('Catégorie 1, parterre\u00a0: 3\u00a0places demandées, 2\u00a0places libres.');
  expect(full.text).not.toContain('À encaisser');
  offered = { salesCloseAt: '2026-12-01T08:00:00.000Z' };
  const over = await till.post(HOUSE).type('form').send(typed).expect(422); // prettier-ignore
  expect(over.text).toContain('La vente n’est pas ouverte pour cette séance.');
  expect(over.text).not.toContain('À encaisser');
});

it('keeps the total, the way of paying and what was ticked while something is put right', async () => {
  const { till, answer } = await sale({ 'n.ETUD.1': '1', seen: 'yes' });
  expect(answer.text).toContain('Laissez vide pour les imprimer ici.');
  const sold = {
    ...formFields(answer.text, HOUSE),
    name: 'Paul Roussel',
    operator: 'GUICHET',
    'n.ETUD.1': '1',
    step: 'sell',
    method: 'ESPECES',
  };
  const nameless = await till.post(HOUSE).type('form').send({ ...sold, seen: 'yes', name: '' }).expect(422); // prettier-ignore
  expect(nameless.text).toContain('À encaisser\u00a0: 14,00\u00a0€');
  expect(nameless.text).toMatch(/value="ESPECES" checked/);
  expect(nameless.text).toMatch(/name="seen" value="yes" checked/);
  const unseen = await till.post(HOUSE).type('form').send(sold).expect(422); // prettier-ignore
  expect(unseen.text).toContain('Sans justificatif vu');
  expect(unseen.text).toMatch(/value="ESPECES" checked/);
  expect(unseen.text).not.toContain('Laissez vide');
  // Without any seat there is no total, but the way of paying is not forgotten.
  const none = await till.post(HOUSE).type('form').send({ ...sold, 'n.ETUD.1': '0' }).expect(422); // prettier-ignore
  expect(formFields(none.text, HOUSE)['method']).toBe('ESPECES');
});

it('whoever judges proofs does not sell', async () => {
  theatre = await openTheatre();
  const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  expect((await sophie.get('/guichet/caisse')).status).toBe(403);
});

it('shows what each till has taken on a day', async () => {
  const totals = [{ operator: 'GUICHET', method: 'ESPECES', count: 3, amount: cents(7200), givenBack: { count: 1, amount: cents(2400) } }];
  theatre = await openTheatre({ needs: () => ({ receipts: fakeReceipts(totals) }) });
  const { text } = await (await signsIn(theatre, HELENE_AT_THE_TILL)).get('/guichet/caisse?jour=2027-01-10');
  expect(text).toContain('value="2027-01-10"');
  expect(text).toMatch(/data-label="Mode de paiement">Espèces<[\s\S]*72,00\u00a0€/);
  expect(text).toMatch(/data-label="Solde" class="amount">48,00\u00a0€/);
});

it('names the online till and its method too, not their codes', async () => {
  const totals = [
    { operator: 'INTERNET', method: 'CB INTERNET', count: 1, amount: cents(7200), givenBack: { count: 0, amount: cents(0) } },
  ];
  theatre = await openTheatre({ needs: () => ({ receipts: fakeReceipts(totals) }) });
  const { text } = await (await signsIn(theatre, HELENE_AT_THE_TILL)).get('/guichet/caisse?jour=2027-01-10');
  expect(text).toMatch(/<td>Caisse internet<\/td>\s*<td data-label="Mode de paiement">Carte bancaire sur internet</);
});

it('the API sells once under one key, and reads receipts and statistics', async () => {
  theatre = await openTheatre({ orders: [] });
  const server = request(theatre.url);
  const headers = { Authorization: `Bearer ${CASHIER_KEY}`, 'Idempotency-Key': 'sale-number-1' };
  const call = (method: 'get' | 'post', path: string) => server[method](`/api${path}`).set(headers);
  const body = {
    ...{
      performanceId: PHARE.id,
      customer: { name: 'Paul Roussel', email: 'paul@courriel.example' },
      operator: 'GUICHET',
      method: 'ESPECES',
    },
    ...{ seats: [{ tariff: 'PLEIN', category: '1', holder: 'Paul Roussel' }], deliveryMethod: 'PRINT_AT_HOME' },
  };
  const first = await call('post', '/counter-sales').send(body); // prettier-ignore
  expect([first.status, first.body.total]).toEqual([201, 2400]);
  const again = await call('post', '/counter-sales').send(body); // prettier-ignore
  expect(again.body.reference).toBe(first.body.reference);
  const wrong = await call('post', '/counter-sales').set('Idempotency-Key', 'sale-number-2').send({ ...body, method: 'CB INTERNET' }); // prettier-ignore
  expect([wrong.status, wrong.body.code]).toEqual([422, 'payment-method-not-found']);
  expect((await call('post', '/counter-sales').send({ ...body, termsAccepted: true })).body.code).toBe('input-invalid');
  expect((await call('get', '/receipts?channel=GUICHET')).body).toEqual({ receipts: [] });
  expect((await call('get', '/statistics/sales')).body).toEqual({ lines: [] });
});
