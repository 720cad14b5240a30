import { createSellAtCounter, type CounterSale } from '../../../src/use-cases/till/sell-at-counter';
import { createPlaceOrder } from '../../../src/use-cases/place-order';
import type { OrderState } from '../../../src/domain/order/state';
import { createBindKey } from '../../../src/use-cases/bind-commands';
import { sha256 } from '../../../src/entry/keys';
import { createCommandKeys } from '../../../src/mysql/command-keys';
import { createSaleRules } from '../../../src/mysql/catalogue/sale/sale-rules';
import { recordChange } from '../../../src/mysql/catalogue/admin/change-log';
import { createAttestations } from '../../../src/mysql/attestations';
import { createCustomers } from '../../../src/mysql/customers';
import { createReceipts } from '../../../src/mysql/till/receipts';
import { createStatistics } from '../../../src/mysql/till/statistics';
import { sharesBy, totalSold } from '../../../src/domain/sale/statistics';
import { randomBytes } from 'node:crypto';
import { fakeOrderRuns } from '../../fakes/order-runs';
import { NO_LIMITS } from '../../fakes/hold-limits';
import { openBook } from '../../fakes/book';
import { stoppedClock } from '../../fakes/clock';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';
import { problemOf } from '../../../src/web/problem';

let office: BoxOffice;
const told: OrderState[] = [];
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  for (const table of ['attestations', 'command_keys']) await office.knex(table).delete();
  await office.clear();
  told.length = 0;
});

const BY = { role: 'staff', id: 3 } as const;
let sales = 0;

function sell(sale: Partial<CounterSale> = {}, at = NOW) {
  const clock = stoppedClock(at);
  const runs = { ...fakeOrderRuns(openBook([]), clock), start: (story: OrderState) => Promise.resolve(void told.push(story)) };
  const placeOrder = createPlaceOrder({ ...office, clock, random: randomBytes, holdMs: 900_000, holdLimits: NO_LIMITS });
  const needs = {
    ...office,
    receipts: createReceipts(office),
    attestations: createAttestations(office),
    bindKey: createBindKey({ keys: createCommandKeys(office), clock, hash: sha256 }),
  };
  const seller = createSellAtCounter({ ...needs, placeOrder, runs, clock, warn: () => undefined });
  return seller({ ...usual(), ...sale }, BY);
}

const usual = (): CounterSale => ({
  ...{
    key: `sale-${(sales += 1)}`,
    channel: 'GUICHET',
    operator: 'GUICHET',
    method: 'ESPECES',
    performanceId: office.theatre.phare,
    language: 'fr',
  },
  customer: { name: 'Paul Roussel', email: 'paul.roussel@courriel.example' },
  seats: [{ tariff: 'PLEIN', category: '1', holder: 'Paul Roussel' }],
  ...{ deliveryMethod: 'print-at-home', proofsSeen: false },
});

test('a sale at the counter takes seats, money and its story in one go, under its channel and till', async () => {
  const before = await office.freePlaces();
  const { reference, total } = await sell();
  expect(await office.freePlaces()).toBe(before - 1);
  expect(told.map(({ order, payment }) => [order, payment])).toEqual([[reference, 'paid']]);
  expect(await office.knex('orders').where({ reference }).first()).toMatchObject({
    channel: 'GUICHET',
    till_operator: 'GUICHET',
    payment: 'paid',
  });
  const { receipts } = await createReceipts(office).list({ channel: 'GUICHET', limit: 10 });
  expect(receipts).toEqual([
    {
      kind: 'receipt',
      payment: expect.any(Number),
      reference: `${reference}.1`,
      order: reference,
      amount: total,
      channel: 'GUICHET',
      operator: 'GUICHET',
      method: 'ESPECES',
      at: NOW,
      status: 'paid',
    },
  ]);
});

test('the same sale sent again is one sale, and one payment', async () => {
  const sale = usual();
  const [first, second] = [await sell(sale), await sell(sale, later(1))];
  expect(second.reference).toBe(first.reference);
  expect(await office.knex('payments')).toHaveLength(1);
  expect(await office.knex('performance_places').where({ order_reference: first.reference, status: 'sold' })).toHaveLength(1);
});

test('the same key with another way of paying, another till or another buyer is refused', async () => {
  await office.knex('till_operators').insert({ code: 'AUTRE', name: 'Autre caisse' }).onConflict('code').ignore();
  const sale = usual();
  await sell(sale);
  const others: readonly Partial<CounterSale>[] = [
    { method: 'CB GUICHET' },
    { operator: 'AUTRE' },
    { customer: { name: 'Léa Roussel', email: 'lea@courriel.example' } },
    { seats: [{ tariff: 'PLEIN', category: '1', holder: 'Léa Roussel' }] },
  ];
  for (const other of others) await expect(sell({ ...sale, ...other })).rejects.toMatchObject({ code: 'key-used-already' });
  expect(await office.knex('orders')).toHaveLength(1);
});

test('nobody is said to have seen proofs where none is asked for', async () => {
  await sell({ proofsSeen: true });
  expect(await office.knex('attestations')).toEqual([]);
});

test('a reduced seat whose proof was seen is not held, and what was confirmed is kept', async () => {
  const seats = [{ tariff: 'ETUD', category: '1', holder: 'Paul Roussel' }];
  const { reference } = await sell({ seats, proofsSeen: true });
  expect(told[0]?.seats.map(({ proof }) => proof)).toEqual(['approved']);
  expect(await office.knex('attestations')).toMatchObject([{ order_reference: reference, author: 'staff:3' }]);
});

test('with its proof seen a reduced seat leaves by no method that waits for one, and the methods that are left are named', async () => {
  const seats = [{ tariff: 'ETUD', category: '1', holder: 'Paul Roussel' }];
  const refusal: unknown = await sell({ seats, proofsSeen: true, deliveryMethod: 'held-for-proof' }).catch((one: unknown) => one);
  expect(refusal).toMatchObject({ code: 'delivery-method-not-allowed', detail: { field: 'deliveryMethod', allowed: 'print-at-home' } });
  const { title } = problemOf(refusal, { language: 'fr', reference: 'E-0000', changes: true });
  expect(title).toMatch(/tous déjà vus à la caisse, les billets s’impriment aussitôt/);
});

test('without its proof seen a reduced seat is held, and leaves by no other method', async () => {
  const seats = [{ tariff: 'ETUD', category: '1', holder: 'Paul Roussel' }];
  await expect(sell({ seats })).rejects.toMatchObject({ code: 'delivery-method-not-allowed' });
  await sell({ seats, deliveryMethod: 'held-for-proof' });
  expect(told[0]?.seats.map(({ proof }) => proof)).toEqual(['awaiting-proof']);
});

test('nobody sells under a till that is none, nor under that of the internet', async () => {
  await expect(sell({ operator: 'INTERNET' })).rejects.toMatchObject({ code: 'till-operator-not-found' });
  await expect(sell({ operator: 'PERSONNE' })).rejects.toMatchObject({ code: 'till-operator-not-found' });
  expect(await office.knex('orders')).toEqual([]);
});

describe('what the catalogue has, people sell with', () => {
  const shelve = (table: string, row: object) => office.knex(table).insert(row).onConflict('code').ignore();

  test('an operator of an online channel is nobody’s, whatever it is called', async () => {
    await shelve('till_operators', { code: 'BORNE', name: 'Borne' });
    await shelve('sales_channels', { code: 'BORNE', name: 'Borne', till_operator_code: 'BORNE', online: true });
    await expect(sell({ operator: 'BORNE' })).rejects.toMatchObject({ code: 'till-operator-not-found' });
    const { operators, methods, channels } = await createReceipts(office).counter();
    expect(operators.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['INTERNET', 'BORNE']));
    expect(methods.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['CB INTERNET', 'GRATUIT']));
    expect(channels.map(({ code }) => code)).not.toContain('BORNE');
  });

  test('a channel, a till and a method of one’s own', async () => {
    await shelve('till_operators', { code: 'TELEPHONE', name: 'Téléphone' });
    await shelve('sales_channels', { code: 'TELEPHONE', name: 'Téléphone', till_operator_code: 'TELEPHONE', online: false });
    await shelve('payment_methods', { code: 'CHEQUE', name: 'Chèque' });
    const rules = createSaleRules({ knex: office.knex, recordChange });
    const rule = (await rules.of(office.theatre.phare)).find(({ channel }) => channel === 'GUICHET')!;
    await rules.put(office.theatre.phare, { ...rule, channel: 'TELEPHONE' }, { by: BY, door: 'desk', at: NOW });
    const { reference } = await sell({ channel: 'TELEPHONE', operator: 'TELEPHONE', method: 'CHEQUE' });
    const { receipts } = await createReceipts(office).list({ channel: 'TELEPHONE', limit: 5 });
    expect(receipts).toMatchObject([{ order: reference, method: 'CHEQUE', operator: 'TELEPHONE' }]);
    await expect(sell({ channel: 'INTERNET' })).rejects.toMatchObject({ code: 'sales-channel-not-found' });
    await expect(sell({ method: 'CB INTERNET' })).rejects.toMatchObject({ code: 'payment-method-not-found' });
    await expect(sell({ method: 'TROC' })).rejects.toMatchObject({ code: 'payment-method-not-found' });
  });

  test('what is free is written as free, whichever method was named', async () => {
    await office.knex('price_grid').where({ tariff_code: 'ETUD' }).update({ price: 0, fee: 0 });
    const seats = [{ tariff: 'ETUD', category: '1', holder: 'Paul Roussel' }];
    const { reference } = await sell({ seats, proofsSeen: true });
    expect((await office.orders.view(reference))!.payments).toMatchObject([{ amount: 0, method: 'GRATUIT', operator: 'GUICHET' }]);
  });
});

test('an order whose hold was over is not paid across the counter', async () => {
  const { reference } = { reference: await office.place() };
  await office.orders.expireHolds(later(60));
  const late = office.payments.take({ order: reference, method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET', at: later(61) });
  await expect(late).rejects.toMatchObject({ code: 'payment-not-open' });
  await expect(
    office.payments.take({ order: '0000-0000', method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET', at: NOW }),
  ).rejects.toMatchObject({ code: 'order-not-found' });
});

test('web and counter sell the same seats, and their shares add up', async () => {
  await office.keepOnSale(3);
  await office.buy({ tariffs: ['PLEIN', 'PLEIN'] });
  await sell();
  await expect(sell()).rejects.toMatchObject({ code: 'seats-not-available' });
  await office.knex('performance_places').where({ status: 'closed' }).update({ status: 'free' });
  const lines = await createStatistics(office).sold({});
  expect(sharesBy(lines, ({ channel }) => channel).map(({ key, seats, ofSeats }) => [key, seats, ofSeats])).toEqual([
    ['INTERNET', 2, 2 / 3],
    ['GUICHET', 1, 1 / 3],
  ]);
  const { amount } = totalSold(lines);
  const [row] = await office.knex('payments').sum({ paid: 'amount' }).where({ status: 'paid' });
  expect(amount).toBe(Number(row?.['paid']));
  expect(await createStatistics(office).sold({ channel: 'GUICHET' })).toMatchObject([{ seats: 1, online: false }]);
  expect(await createStatistics(office).sold({ from: later(60) })).toEqual([]);
});

test('customers are found by the channel that first met them, page by page', async () => {
  await office.buy({ name: 'Camille Roussel' });
  await sell();
  const customers = createCustomers(office);
  expect((await customers.list({ channel: 'GUICHET', limit: 10 })).customers).toMatchObject([
    { name: 'Paul Roussel', orders: 1, channel: 'GUICHET' },
  ]);
  expect((await customers.list({ channel: 'INTERNET', limit: 10 })).customers).toMatchObject([{ name: 'Camille Roussel' }]);
  const first = await customers.list({ limit: 1 });
  const second = await customers.list({ limit: 1, after: first.next });
  expect([...first.customers, ...second.customers].map(({ name }) => name)).toEqual(['Paul Roussel', 'Camille Roussel']);
  expect(second.next).toBeUndefined();
});

test('the journal of a day adds up each till by method, and is read page by page', async () => {
  await sell();
  await sell({ method: 'CB GUICHET' }, later(1));
  await office.buy();
  const receipts = createReceipts(office);
  const totals = await receipts.totals({ from: NOW, until: later(24 * 60) });
  expect(totals.map(({ operator, method, count }) => [operator, method, count])).toEqual([
    ['GUICHET', 'CB GUICHET', 1],
    ['GUICHET', 'ESPECES', 1],
    ['INTERNET', 'CB INTERNET', 1],
  ]);
  const first = await receipts.list({ limit: 2 });
  const second = await receipts.list({ limit: 2, after: first.next });
  expect([...first.receipts, ...second.receipts].map(({ method }) => method)).toEqual(['CB INTERNET', 'CB GUICHET', 'ESPECES']);
  expect(second.next).toBeUndefined();
});
