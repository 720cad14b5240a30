import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { createPlaceOrder } from '../../src/use-cases/place-order';
import { NO_LIMITS } from '../fakes/hold-limits';
import { NOW, later, openBoxOffice, type BoxOffice } from '../mysql/open-box-office';
import { API_KEY, openTheatre, type Theatre } from './harness';

/** A reduced seat can by no door leave with a method that has a template: the API on the real catalogue and the real orders. */
let office: BoxOffice;
let theatre: Theatre;
beforeAll(async () => {
  office = await openBoxOffice();
  const clock = { now: () => NOW };
  theatre = await openTheatre({
    needs: ({ deeds }) => ({
      catalogue: office.catalogue,
      deeds: {
        ...deeds,
        placeOrder: createPlaceOrder({ ...office, clock, random: randomBytes, holdMs: 900_000, holdLimits: NO_LIMITS }),
        askPayment: () => Promise.resolve('https://paiement.example/page'),
      },
    }),
  });
});
afterAll(async () => {
  await theatre.close();
  await office.close();
});
beforeEach(() => office.clear());

const seat = (tariff: string, more: object = {}) => ({ tariff, category: '1', holder: 'Léa Roussel', ...more });

function basket(seats: readonly object[], deliveryMethod: string): object {
  return { performanceId: office.theatre.phare, customer: { name: 'Léa Roussel', email: 'lea@courriel.example' }, seats, deliveryMethod };
}

function post(body: object, key?: string) {
  const asked = request(theatre.url).post('/api/orders').send(body);
  return key === undefined ? asked : asked.set('Idempotency-Key', key);
}

/** No seat that asks for a proof lies in an order whose method has a template, and each waits for its proof. */
async function nothingLeaves(): Promise<void> {
  const rows = await office
    .knex('positions')
    .join('tariffs', 'tariffs.code', 'positions.tariff_code')
    .join('orders', 'orders.reference', 'positions.order_reference')
    .join('delivery_methods', 'delivery_methods.code', 'orders.delivery_method')
    .where({ needs_proof: true })
    .select('template', 'proof', 'delivery');
  for (const row of rows) expect(row).toEqual({ template: null, proof: 'awaiting-proof', delivery: 'held' });
}

afterEach(nothingLeaves);

test.each(['ETUD', 'EMPLOI', 'PSH', 'FAMNB', 'CEZAM'])(
  'one seat at %s, and printing at home is refused, alone or among others',
  async (tariff) => {
    for (const seats of [[seat(tariff)], [seat('PLEIN'), seat(tariff)], [seat(tariff), seat('PLEIN'), seat('PLEIN')]]) {
      const { body } = await post(basket(seats, 'print-at-home')).expect(422);
      expect(body.code).toBe('delivery-method-not-allowed');
    }
    expect(await office.knex('orders').select()).toEqual([]);
    await post(basket([seat(tariff)], 'held-for-proof')).expect(201);
  },
);

test('a free seat at a reduced tariff is reduced as well', async () => {
  await post(basket([seat('PSH'), seat('PSHACC')], 'print-at-home')).expect(422);
  const { body } = await post(basket([seat('PSH'), seat('PSHACC')], 'held-for-proof')).expect(201);
  expect(body.total).toBe(1200);
});

test('names written otherwise are no other methods and no other tariffs', async () => {
  for (const method of [
    'PRINT-AT-HOME',
    'print-at-home ',
    ' print-at-home',
    'print‑at‑home',
    'held-for-proof,print-at-home',
    '__proto__',
    '',
  ]) {
    await post(basket([seat('ETUD')], method)).expect(422);
  }
  for (const tariff of ['etud', 'ETUD ', 'Étud', 'constructor']) await post(basket([seat(tariff)], 'print-at-home')).expect(422);
  const list = await post({ ...basket([seat('ETUD')], ''), deliveryMethod: ['held-for-proof', 'print-at-home'] });
  expect(list.status).toBe(400);
});

test('what the form says about itself is not believed', async () => {
  const lies = {
    needsProof: false,
    hasTemplate: true,
    proof: 'not-required',
    delivery: 'ready',
    price: 0,
    template: 'a4',
    channel: 'GUICHET',
  };
  for (const method of ['print-at-home', 'held-for-proof']) {
    await post({ ...basket([seat('ETUD')], method), ...lies }).expect(400);
    await post(basket([seat('ETUD', lies)], method)).expect(400);
  }
  const { body } = await post(basket([seat('ETUD')], 'held-for-proof')).expect(201);
  expect(body.total).toBe(1400);
  expect(await office.orders.view(body.reference)).toMatchObject({ channel: 'INTERNET', seats: [{ proof: 'awaiting-proof' }] });
});

test('a basket changed under the key of another one is refused, and the other one stands', async () => {
  const key = 'panier-de-lea-0001';
  const full = await post(basket([seat('PLEIN')], 'print-at-home'), key).expect(201);
  // the same form, its tariff changed meanwhile: refused, by the delivery rule or by the key
  await post(basket([seat('ETUD')], 'print-at-home'), key).expect(422);
  const changed = await post(basket([seat('ETUD')], 'held-for-proof'), key).expect(422);
  expect(changed.body.code).toBe('key-used-already');
  expect(await office.orders.view(full.body.reference)).toMatchObject({
    seats: [{ tariff: { code: 'PLEIN' } }],
    deliveryMethod: { code: 'print-at-home' },
  });
});

test('a program’s key is good for one order, whatever address the customer has', async () => {
  const first = { ...basket([seat('PLEIN')], 'print-at-home') };
  const other = { ...first, customer: { name: 'Léa Roussel', email: 'lea@autre.example' } };
  const sends = (body: object) => post(body, 'panier-de-lea-0003').set('Authorization', `Bearer ${API_KEY}`);
  const placed = await sends(first).expect(201);
  expect((await sends(other).expect(422)).body.code).toBe('key-used-already');
  expect((await sends(first).expect(201)).body.reference).toBe(placed.body.reference);
  // nobody's key is somebody else's for whom we do not know
  expect((await post(other, 'panier-de-lea-0003').expect(201)).body.reference).not.toBe(placed.body.reference);
  expect(await office.knex('orders').select('reference')).toHaveLength(2);
});

test('a key is good for one language, and for terms that were accepted or not', async () => {
  const first = basket([seat('PLEIN')], 'print-at-home');
  const placed = await post(first, 'panier-de-lea-0004').expect(201);
  for (const other of [
    { ...first, language: 'en' },
    { ...first, termsAccepted: true },
  ])
    expect((await post(other, 'panier-de-lea-0004').expect(422)).body.code).toBe('key-used-already');
  expect((await post(first, 'panier-de-lea-0004').expect(201)).body.reference).toBe(placed.body.reference);
});

test('two tabs, one with a full-price basket and one with a reduced one, sent at once under one key: one order, of one piece', async () => {
  const key = 'panier-de-lea-0002';
  const tabs = [basket([seat('PLEIN')], 'print-at-home'), basket([seat('ETUD')], 'held-for-proof')];
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => post(tabs[index % 2] ?? {}, key)));
  const told = new Set(answers.map(({ body }) => body.reference ?? body.code));
  expect([...told].filter((one) => one !== 'key-used-already')).toHaveLength(1);
  expect(told.size).toBe(2);
  expect(await office.knex('orders').select('reference')).toHaveLength(1);
});

test('two tabs without a key are two orders, each by its own method', async () => {
  const [print, held] = await Promise.all([post(basket([seat('PLEIN')], 'print-at-home')), post(basket([seat('ETUD')], 'held-for-proof'))]);
  const views = await Promise.all([print, held].map(({ body }) => office.orders.view(body.reference)));
  expect(views.map((view) => view?.deliveryMethod.code)).toEqual(['print-at-home', 'held-for-proof']);
});

test('a method that is given a template after the order was placed lets nothing out: the seat waits for its proof', async () => {
  const { body } = await post(basket([seat('PLEIN'), seat('ETUD')], 'held-for-proof')).expect(201);
  await office.knex('delivery_methods').where({ code: 'held-for-proof' }).update({ template: 'a4' });
  await office.pay(body.reference, { at: later(1) });
  expect(await office.orders.story(body.reference)).toMatchObject({ seats: [{ proof: 'not-required' }, { proof: 'awaiting-proof' }] });
  // and from then on it is no method for a reduced seat
  await post(basket([seat('ETUD')], 'held-for-proof')).expect(422);
  await office.knex('delivery_methods').where({ code: 'held-for-proof' }).update({ template: null });
});

test('a tariff that stops asking for a proof between the order and its payment asks for that order’s', async () => {
  const { body } = await post(basket([seat('ETUD')], 'held-for-proof')).expect(201);
  await office.knex('tariffs').where({ code: 'ETUD' }).update({ needs_proof: false });
  await office.pay(body.reference, { at: later(1) });
  expect(await office.orders.story(body.reference)).toMatchObject({ seats: [{ proof: 'awaiting-proof' }] });
  await office.knex('tariffs').where({ code: 'ETUD' }).update({ needs_proof: true });
});
