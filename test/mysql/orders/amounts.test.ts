import { apply } from '../../../src/domain/order/apply';
import type { OrderEvent } from '../../../src/domain/order/event';
import { paidForSeats } from '../../../src/domain/order/amounts';
import { createStatistics } from '../../../src/mysql/till/statistics';
import { createReceipts } from '../../../src/mysql/till/receipts';
import { totalSold } from '../../../src/domain/sale/statistics';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';

/** One source: whoever adds up what an order costs, in the view, the list, the payments or the statistics, finds the same. */
let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
  await office.knex('delivery_methods').where({ code: 'held-for-proof' }).update({ price: 181 });
  await office.knex('price_grid').update({ fee: 33 });
});
afterAll(() => office.close());

async function says(order: string, event: OrderEvent): Promise<void> {
  const { state, effects } = apply((await office.orders.story(order))!, event);
  await office.record.record({ event, state, effects });
}

async function sums(order: string) {
  const view = (await office.orders.view(order))!;
  const line = (await office.orders.search({ text: order, limit: 1 })).orders[0];
  const { receipts } = await createReceipts(office).list({ limit: 50 });
  return {
    view: view.total,
    seats: paidForSeats(view.seats),
    list: line?.total,
    payments: view.payments.reduce((sum, { amount }) => sum + amount, 0),
    receipts: receipts.reduce((sum, { amount }) => sum + amount, 0),
    statistics: totalSold(await createStatistics(office).sold({})).amount,
  };
}

const all = (amount: number) => ({ view: amount, seats: amount, list: amount, payments: amount, receipts: amount, statistics: amount });

test('with fees, a priced delivery, and the difference settled', async () => {
  const order = await office.buy({ tariffs: ['PLEIN', 'ETUD', 'ETUD'] });
  await says(order, { kind: 'started', at: Date.parse(later(2)) });
  const before = 2400 + 2 * 1400 + 3 * 33 + 181;
  expect(await sums(order)).toEqual(all(before));

  const { reference } = await office.payments.open({
    order,
    amount: (await office.orders.view(order))!.seats[1]!.toFullPrice,
    upgradeOf: 2,
    at: later(9),
  });
  const { payment } = await office.notify(reference, { amount: 1000, at: later(10) });
  const by = { by: { role: 'system' }, door: 'system', command: `payment-${payment}` } as const;
  await says(order, { kind: 'payment-received', at: Date.parse(later(10)), ...by, payment, upgradeOf: 2 });
  expect(await sums(order)).toEqual(all(before + 1000));
  const [, second, third] = (await office.orders.view(order))!.seats;
  expect([second?.upgradedTo?.fr, second?.tariff.code, third?.upgradedTo]).toEqual(['Plein tarif', 'ETUD', undefined]);
});
