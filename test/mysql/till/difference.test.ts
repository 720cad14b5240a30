import { randomUUID } from 'node:crypto';
import { apply } from '../../../src/domain/order/apply';
import type { OrderEvent } from '../../../src/domain/order/event';
import { paidForSeats } from '../../../src/domain/order/amounts';
import { totalSold } from '../../../src/domain/sale/statistics';
import { createCheckIns } from '../../../src/mysql/check-in/check-ins';
import { createReceipts } from '../../../src/mysql/till/receipts';
import { createStatistics } from '../../../src/mysql/till/statistics';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';

/** The difference of a seat that was left to the door, taken across the counter: one amount, wherever it is read. */
let office: BoxOffice;
beforeEach(async () => {
  office = await openBoxOffice();
});
afterEach(() => office.close());

const CASH = { method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' };
const head = (minutes: number, command: string) =>
  ({ at: Date.parse(later(minutes)), command, by: { role: 'staff', id: 5 }, door: 'desk' }) as const;

async function says(order: string, event: OrderEvent): Promise<void> {
  const { state, effects } = apply((await office.orders.story(order))!, event);
  await office.record.record({ event, state, effects });
}

/** A full-price seat and two students’, whose proofs are to be shown at the door. */
async function atTheDoor(): Promise<string> {
  const order = await office.buy({ tariffs: ['PLEIN', 'ETUD', 'ETUD'] });
  await says(order, { kind: 'started', at: Date.parse(later(2)) });
  await says(order, { kind: 'door-chosen', ...head(3, 'door'), seats: [2, 3] });
  await says(order, { kind: 'dispatched', at: Date.parse(later(4)), release: 1 });
  return order;
}

async function sums(order: string) {
  const view = (await office.orders.view(order))!;
  const { receipts } = await createReceipts(office).list({ limit: 50 });
  return {
    total: view.total,
    seats: paidForSeats(view.seats),
    kept: view.payments.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0),
    receipts: receipts.reduce((sum, { amount }) => sum + amount, 0),
    sold: totalSold(await createStatistics(office).sold({})).amount,
  };
}

const all = (amount: number) => ({ total: amount, seats: amount, kept: amount, receipts: amount, sold: amount });
const span = { from: later(0), until: later(24 * 60) };

/** As the doors open. */
async function shownAtTheDoor(order: string) {
  const { tickets, performance } = (await office.orders.view(order))!;
  const at = performance.doorsAt;
  const [ticket] = tickets.filter(({ seat }) => seat === 2);
  return createCheckIns(office).record({
    ...{ id: randomUUID(), performanceId: office.theatre.phare, ticket: { uid: ticket!.uid }, at, receivedAt: at },
    ...{ by: 'staff:5', signed: true, typed: false, proofSeen: false, offline: false },
  });
}

test('it is a line of the till that took it, and the same ticket lets in at the full tariff', async () => {
  const order = await atTheDoor();
  const before = (await office.orders.view(order))!.tickets;
  expect(await shownAtTheDoor(order)).toMatchObject({ verdict: 'proof-to-show', seat: { difference: 1000 } });
  await says(order, { kind: 'difference-taken', ...head(10, 'take'), seat: 2, ...CASH });
  expect(await sums(order)).toEqual(all(2400 + 2 * 1400 + 1000));
  expect(await createReceipts(office).totals(span)).toContainEqual(
    expect.objectContaining({ operator: 'GUICHET', method: 'ESPECES', count: 1, amount: 1000 }),
  );
  const view = (await office.orders.view(order))!;
  expect(view.payments.at(-1)).toMatchObject({ ...CASH, amount: 1000, upgradeOf: 2, status: 'paid', tooMany: false });
  expect((await office.orders.timeline(order))[0]).toMatchObject({ event: 'difference-taken', detail: { seats: [2], sentAgain: [2] } });
  expect(view.seats[1]).toMatchObject({ proof: 'upgraded', upgradedTo: { fr: 'Plein tarif' } });
  expect(view.tickets).toEqual(before.map((ticket) => (ticket.seat === 2 ? { ...ticket, proofToShow: false } : ticket)));
  expect(await office.payments.untold(5)).toEqual([]);
  const answer = await shownAtTheDoor(order);
  expect(answer).toMatchObject({ verdict: 'admitted', seat: { tariff: { fr: 'Plein tarif' }, difference: 0, settledAt: later(10) } });
});

test('given back it is a line below zero of its own, and the day before keeps what it had counted', async () => {
  const order = await atTheDoor();
  const midnight = 13 * 60; // in Paris
  await says(order, { kind: 'difference-taken', ...head(midnight - 10, 'take'), seat: 2, ...CASH });
  const day = { from: later(0), until: later(midnight) };
  const counted = await createStatistics(office).sold(day);
  await says(order, { kind: 'difference-given-back', ...head(midnight + 10, 'back'), seat: 2 });
  expect(await createStatistics(office).sold(day)).toEqual(counted);
  expect(await sums(order)).toEqual(all(2400 + 2 * 1400));
  expect(await shownAtTheDoor(order)).toMatchObject({ verdict: 'proof-to-show', seat: { difference: 1000 } });
  await says(order, { kind: 'difference-taken', ...head(midnight + 20, 'again'), seat: 2, ...CASH });
  expect(await sums(order)).toEqual(all(2400 + 2 * 1400 + 1000));
  await says(order, { kind: 'cancelled', ...head(midnight + 30, 'cancel') });
  await says(order, { kind: 'refund-recorded', ...head(midnight + 40, 'refund') });
  expect((await sums(order)).kept).toBe(0);
});

test('given back of a seat that was refused, it is refused again, and the ticket that left for it is cancelled', async () => {
  const order = await office.buy({ tariffs: ['PLEIN', 'ETUD', 'ETUD'] });
  await says(order, { kind: 'started', at: Date.parse(later(2)) });
  await says(order, { kind: 'proof-deposited', ...head(3, 'deposit'), seats: [2, 3] });
  await says(order, { kind: 'decided', ...head(4, 'no'), answers: [{ seats: [2], kind: 'refuse', reason: 'unreadable' }] });
  await says(order, { kind: 'timer', timer: 'settle', at: Date.parse(later(30)) });
  const was = (await office.orders.view(order))!.seats[1];
  await says(order, { kind: 'difference-taken', ...head(40, 'take'), seat: 2, ...CASH });
  await says(order, { kind: 'dispatched', at: Date.parse(later(41)), release: 1 });
  await says(order, { kind: 'difference-given-back', ...head(42, 'back'), seat: 2 });
  const view = (await office.orders.view(order))!;
  expect(view.seats[1]).toEqual(was);
  expect(view.tickets).toMatchObject([
    { seat: 1, admission: 'valid' },
    { seat: 2, admission: 'cancelled' },
  ]);
  expect((await office.orders.timeline(order))[0]).toMatchObject({ event: 'difference-given-back', detail: { seats: [2], voided: [2] } });
  expect(await sums(order)).toEqual(all(2400 + 2 * 1400));
});

test('a payment online that comes when the story is over is owed, and can be noted as given back', async () => {
  const order = await atTheDoor();
  const { reference } = await office.payments.open({ order, amount: (await office.orders.view(order))!.seats[1]!.toFullPrice, upgradeOf: 2, at: later(5) }); // prettier-ignore
  await says(order, { kind: 'timer', timer: 'over', at: Date.parse(later(6)) });
  expect(await office.notify(reference, { amount: 1000, at: later(7) })).toMatchObject({ verdict: 'second' });
  expect((await office.orders.view(order))!.payments.at(-1)).toMatchObject({ status: 'refund-due', tooMany: true, upgradeOf: 2 });
});
