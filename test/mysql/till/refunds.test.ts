import { createReach } from '../../../src/use-cases/reach-story';
import { createRecordRefund } from '../../../src/use-cases/record-refund';
import { createLetters } from '../../../src/mysql/letters/letters';
import { Refusal } from '../../../src/domain/refusal';
import { stoppedClock } from '../../fakes/clock';
import { apply } from '../../../src/domain/order/apply';
import type { OrderEvent } from '../../../src/domain/order/event';
import { moneyBack } from '../../../src/domain/order/given-up';
import { totalSold } from '../../../src/domain/sale/statistics';
import { createReceipts } from '../../../src/mysql/till/receipts';
import { createStatistics } from '../../../src/mysql/till/statistics';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  for (const table of ['audit_events', 'outgoing_mail', 'tickets', 'products']) await office.knex(table).delete();
  await office.clear();
});

const DAY = 24 * 60;
const HELENE = { by: { role: 'staff', id: 3 }, door: 'desk' } as const;

/** The rules make a change of it, and the record writes it. */
async function says(order: string, event: OrderEvent): Promise<void> {
  const story = (await office.orders.story(order))!;
  const { state, effects } = apply(story, event);
  await office.record.record({ event, state, effects });
}

async function begun(tariffs: readonly string[]): Promise<string> {
  const order = await office.buy({ tariffs });
  await says(order, { kind: 'started', at: Date.parse(later(2)) });
  return order;
}

const cancelled = (order: string, minutes: number) =>
  says(order, { kind: 'cancelled', at: Date.parse(later(minutes)), command: `cancel-${minutes}`, ...HELENE });
const refunded = (order: string, minutes: number, payment?: number) =>
  says(order, { kind: 'refund-recorded', at: Date.parse(later(minutes)), command: `refund-${minutes}`, ...HELENE, payment });

const statusesOf = async (order: string) => (await office.orders.view(order))!.payments.map(({ status }) => status);
const totalsOf = (day: number) => createReceipts(office).totals({ from: later(day * DAY), until: later((day + 1) * DAY) });
const soldOn = async (day: number) =>
  totalSold(await createStatistics(office).sold({ from: later(day * DAY), until: later((day + 1) * DAY) }));

test('an order that is given back is a minus on the day it was made, and its own day does not change', async () => {
  const order = await begun(['PLEIN', 'ETUD']);
  await cancelled(order, DAY + 1);
  expect(await statusesOf(order)).toEqual(['refund-due']);
  expect(moneyBack((await office.orders.view(order))!).owed).toBe(3800);
  await refunded(order, 2 * DAY + 1);

  expect(await statusesOf(order)).toEqual(['refunded']);
  const { receipts } = await createReceipts(office).list({ limit: 10 });
  expect(receipts.map(({ kind, amount, at, status }) => [kind, amount, at, status])).toEqual([
    ['disbursement', -3800, later(2 * DAY + 1), 'refunded'],
    ['receipt', 3800, later(2), 'refunded'],
  ]);
  const line = { operator: 'INTERNET', method: 'CB INTERNET' };
  const none = { count: 0, amount: 0 };
  expect(await totalsOf(0)).toEqual([{ ...line, count: 1, amount: 3800, givenBack: none }]);
  expect(await totalsOf(1)).toEqual([]);
  expect(await totalsOf(2)).toEqual([{ ...line, ...none, givenBack: { count: 1, amount: 3800 } }]);
  expect(await Promise.all([soldOn(0), soldOn(1), soldOn(2)])).toEqual([
    { seats: 2, amount: 3800, owed: 0 },
    { seats: -2, amount: 0, owed: 3800 },
    { seats: 0, amount: -3800, owed: -3800 },
  ]);
  expect(await createStatistics(office).sold({})).toEqual([]);
  expect(moneyBack((await office.orders.view(order))!).owed).toBe(0);
});

test('receipts and disbursements are read page by page, each line once', async () => {
  const orders = [await begun(['PLEIN']), await begun(['PLEIN'])];
  for (const order of orders) await cancelled(order, 3);
  for (const order of orders) await refunded(order, 4);
  const receipts = createReceipts(office);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await receipts.list({ limit: 1, after });
    seen.push(...page.receipts.map(({ kind, order, at }) => `${at} ${kind} ${order}`));
    after = page.next;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(4);
  expect(seen.map((line) => line.split(' ')[1])).toEqual(['disbursement', 'disbursement', 'receipt', 'receipt']);
});

test('the difference to the full tariff counts on the day it came, and goes back with its seat', async () => {
  const order = await begun(['PLEIN', 'ETUD']);
  const { reference } = await office.payments.open({
    order,
    amount: (await office.orders.view(order))!.seats[1]!.toFullPrice,
    upgradeOf: 2,
    at: NOW,
  });
  const { payment } = await office.notify(reference, { amount: 1000, at: later(DAY + 1) });
  await says(order, { kind: 'payment-received', at: Date.parse(later(DAY + 1)), command: `payment-${payment}`, by: { role: 'system' }, door: 'system', payment, upgradeOf: 2 }); // prettier-ignore
  expect(await soldOn(1)).toEqual({ seats: 0, amount: 1000, owed: 0 });
  await cancelled(order, DAY + 2);
  const { owed } = moneyBack((await office.orders.view(order))!);
  expect([owed, totalSold(await createStatistics(office).sold({})).owed]).toEqual([4800, 4800]);
  await refunded(order, DAY + 3);
  expect(await statusesOf(order)).toEqual(['refunded', 'refunded']);
  expect((await totalsOf(1)).map(({ amount, givenBack }) => [amount, givenBack])).toEqual([[1000, { count: 2, amount: 4800 }]]);
});

test('one payment too many goes back by itself: the order keeps its own', async () => {
  const order = await begun(['PLEIN']);
  const second = await office.notify(`${order}.1`, { amount: 2400, at: later(3), transaction: 'T-twice' });
  const told = { command: `payment-${second.payment}`, by: { role: 'system' }, door: 'system', payment: second.payment } as const;
  await says(order, { kind: 'payment-received', at: Date.parse(later(3)), ...told });
  await refunded(order, 4, second.payment);
  expect(await statusesOf(order)).toEqual(['paid', 'refunded']);
  expect((await office.orders.view(order))!.payments.map(({ tooMany, refunded: back }) => [tooMany, back])).toEqual([
    [false, 0],
    [true, 2400],
  ]);
  expect(await soldOn(0)).toEqual({ seats: 1, amount: 2400, owed: 0 });
});

describe('once the story is over', () => {
  /** Temporal knows no open story of it any more. */
  function counterAt(minutes: number, meanwhile: () => Promise<void> = () => Promise.resolve()) {
    const gone = async () => {
      await meanwhile();
      throw new Refusal('order-not-found', 'No open story.');
    };
    const runs = { recordRefund: gone, start: () => Promise.resolve(), isRunning: () => Promise.resolve(false) };
    const { orders, knex } = office;
    const reach = createReach({ orders, runs });
    const needs = { orders, runs, reach, storyRecord: office.record, letters: createLetters({ knex, orders }) };
    return createRecordRefund({ ...needs, clock: stoppedClock(later(minutes)) });
  }

  test('a payment that came after it is given back, once, and the key that did it still answers', async () => {
    const order = await begun(['PLEIN']);
    await says(order, { kind: 'timer', timer: 'over', at: Date.parse(later(20 * DAY)) });
    const second = await office.notify(`${order}.1`, { amount: 2400, at: later(20 * DAY + 1), transaction: 'T-late' });
    const refund = counterAt(20 * DAY + 2);
    await expect(refund(order, { ...HELENE, command: 'c-0' })).rejects.toMatchObject({ code: 'refund-not-due' });
    const done = await refund(order, { ...HELENE, command: 'c-1', payment: second.payment });
    expect(await refund(order, { ...HELENE, command: 'c-1', payment: second.payment })).toEqual(done);
    await expect(refund(order, { ...HELENE, command: 'c-2', payment: second.payment })).rejects.toMatchObject({ code: 'already-refunded' });
    expect(await statusesOf(order)).toEqual(['paid', 'refunded']);
    expect(await office.knex('refunds')).toMatchObject([{ payment_id: second.payment, amount: 2400 }]);
  });

  test('two at once are one refund: the other reads that it is done', async () => {
    const order = await begun(['PLEIN']);
    await says(order, { kind: 'timer', timer: 'over', at: Date.parse(later(20 * DAY)) });
    const { payment } = await office.notify(`${order}.1`, { amount: 2400, at: later(20 * DAY + 1), transaction: 'T-late' });
    const refund = counterAt(20 * DAY + 2);
    const all = await Promise.allSettled(['c-1', 'c-2', 'c-3', 'c-4'].map((command) => refund(order, { ...HELENE, command, payment })));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject([1, 2, 3].map(() => ({ code: 'already-refunded' })));
  });

  test('whoever looked before the other was written reads the same', async () => {
    const order = await begun(['PLEIN']);
    await cancelled(order, 3);
    const all = ['c-1', 'c-2', 'c-3', 'c-4'].map((command) => counterAt(5, () => refunded(order, 4))(order, { ...HELENE, command }));
    const codes = (await Promise.allSettled(all)).map((one) => (one.status === 'rejected' ? one.reason.code : 'done'));
    expect(new Set(codes)).toEqual(new Set(['already-refunded']));
  });

  test('a second refund of the order says that it is refunded', async () => {
    const order = await begun(['PLEIN']);
    await cancelled(order, 3);
    await refunded(order, 4);
    await expect(counterAt(5)(order, { ...HELENE, command: 'c-3' })).rejects.toMatchObject({ code: 'already-refunded' });
  });

  test('what stayed owed for an order is given back, and its spectator hears of it', async () => {
    const order = await begun(['PLEIN']);
    await cancelled(order, 3);
    for (let week = 1; week <= 4; week += 1)
      await says(order, { kind: 'timer', timer: 'refund-nudge', at: Date.parse(later(week * 7 * DAY)) });
    await counterAt(30 * DAY)(order, { ...HELENE, command: 'c-4' });
    expect(await office.orders.view(order)).toMatchObject({ payment: 'refunded', status: 'refunded' });
    expect(await office.knex('outgoing_mail').where({ kind: 'refunded', state: 'queued' }).whereNull('story_seq')).toHaveLength(1);
  });
});
