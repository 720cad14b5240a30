import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../src/domain/refusal';
import type { Hold } from '../../../src/domain/sale/hold-limits';
import { createBaskets } from '../../../src/mysql/orders/baskets';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

/** Of 120 places in the Cale one address may keep a quarter, 30; one order holds six. */
const LIMITS = { perSession: 12, perAddress: 40, percentOfPerformance: 25 };
const LONGEST = 165 * 60_000;

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());
beforeEach(() => office.clear());

const from = (address: string, session?: string): Hold => ({ holder: { address, session }, limits: LIMITS, oneOrder: 6 });

interface Wish {
  readonly count?: number;
  readonly performanceId?: number;
  readonly category?: string;
  readonly basket?: string;
  readonly until?: string;
  readonly now?: string;
}

function keep(hold: Hold, { count = 6, basket = randomUUID(), now = NOW, ...wish }: Wish = {}) {
  const { performanceId = office.theatre.bal, category = 'unique', until = later(15, now) } = wish;
  const seats = Array.from({ length: count }, () => ({ category }));
  return createBaskets(office).hold({ basket, performanceId, seats, until, longestMs: LONGEST, hold }, now);
}

/** Asks again and again, each time as somebody new; counts the places that were given. */
async function grab(hold: (time: number) => Hold, times: number, wish: Wish = {}): Promise<number> {
  let kept = 0;
  for (let time = 0; time < times; time += 1) kept += await keep(hold(time), wish).then(({ places }) => places.length, noMore);
  return kept;
}

function noMore(refusal: unknown): number {
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: 'too-many-held' });
  return 0;
}

test('thirteen visits without a cookie keep a quarter of the house, not all of it', async () => {
  expect(await grab(() => from('one address'), 13)).toBe(30);
  expect(await office.freePlaces(office.theatre.bal, 'unique')).toBe(90);
});

test('orders through the API count with the baskets, until they are paid', async () => {
  await grab(() => from('one address'), 5);
  const wanted = await office.draft({ performanceId: office.theatre.bal, category: 'unique', tariffs: ['PLEIN', 'PLEIN'] });
  const order = { ...wanted, hold: from('one address') };
  await expect(office.orders.place(order)).rejects.toMatchObject({
    code: 'too-many-held',
    detail: { scope: 'performance', held: 30, max: 30, field: 'seats' },
  });
  await office.orders.place({ ...order, hold: from('another address') });
  const group = await office.draft({
    performanceId: office.theatre.bal,
    category: 'unique',
    tariffs: Array.from({ length: 6 }, () => 'PLEIN'),
  });
  await office.orders.place({ ...group, hold: from('a school') });
  await grab(() => from('a school'), 4);
  await expect(keep(from('a school'), { count: 1 })).rejects.toMatchObject({ code: 'too-many-held' });
  await office.pay(group.reference);
  expect((await keep(from('a school'))).places).toHaveLength(6);
});

test('in every house one whole order is let through', async () => {
  const places = office.knex('performance_places').where({ performance_id: office.theatre.bal });
  const ids: readonly number[] = await places.orderBy('sort').offset(8).pluck('id');
  await office
    .knex('performance_places')
    .whereIn('id', [...ids])
    .update({ performance_id: office.theatre.agathe, sort: office.knex.raw('sort + 5000') });
  expect((await keep(from('a family'))).places).toHaveLength(6);
  await office
    .knex('performance_places')
    .whereIn('id', [...ids])
    .update({ performance_id: office.theatre.bal, sort: office.knex.raw('sort - 5000') });
});

test('one browser keeps two orders at most, wherever it goes', async () => {
  expect(await grab((time) => from(`address ${time}`, 'one browser'), 4)).toBe(12);
});

test('one address keeps so many over all performances', async () => {
  await grab(() => from('one address'), 5);
  expect(await grab(() => from('one address'), 5, { performanceId: office.theatre.phare, category: '1' })).toBe(6);
});

test('whoever fills their own basket anew is counted once', async () => {
  const basket = randomUUID();
  await grab(() => from('one address'), 4);
  await keep(from('one address'), { basket });
  expect((await keep(from('one address'), { basket })).places).toHaveLength(6);
});

test('forty at once from one address are counted one after the other', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 40 }, () => keep(from('one address'), { count: 1 })));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
  for (const one of asked) if (one.status === 'rejected') noMore(one.reason);
});

test('what is over counts no more, and nobody is remembered', async () => {
  await grab(() => from('one address', 'one browser'), 2);
  expect((await keep(from('one address', 'one browser'), { now: later(20) })).places).toHaveLength(6);
  await office.orders.expireHolds(later(60 * 26));
  const kept = await office.knex('performance_places').whereNotNull('held_by').orWhereNotNull('held_session').pluck('id');
  expect([kept, await office.knex('holders').pluck('who')]).toEqual([[], []]);
});

describe('a basket', () => {
  const until = async (basket: string) => (await createBaskets(office).held(basket))[0]?.until;

  it('is prolonged ten times by a quarter of an hour, and then no more', async () => {
    const basket = randomUUID();
    expect(await keep(from('one address'), { basket })).toMatchObject({ until: later(15), latest: later(165) });
    for (let minutes = 14; minutes < 160; minutes += 14)
      await createBaskets(office).prolong(basket, { until: later(minutes + 15), longestMs: LONGEST });
    expect(await until(basket)).toBe(later(165));
    await createBaskets(office).prolong(basket, { until: later(179), longestMs: LONGEST });
    expect(await until(basket)).toBe(later(165));
  });

  it('is not kept longer by choosing its seats again', async () => {
    const basket = randomUUID();
    await keep(from('one address'), { basket, until: later(160) });
    expect(await keep(from('one address'), { basket, now: later(159) })).toMatchObject({ until: later(165), latest: later(165) });
  });
});

test('nobody is given the very place that somebody of the same party has chosen', async () => {
  const wanted = await office.draft({ tariffs: ['PLEIN', 'PLEIN'] });
  const [best = 0]: readonly number[] = await office
    .knex('performance_places')
    .where({ performance_id: office.theatre.phare, category: '1', status: 'free', allocation: wanted.allocation ?? null })
    .orderBy('sort')
    .limit(1)
    .pluck('id');
  const seats = wanted.seats.map((seat, index) => (index === 1 ? { ...seat, place: best } : seat));
  await office.orders.place({ ...wanted, seats });
  const places: readonly number[] = await office.knex('positions').where({ order_reference: wanted.reference }).pluck('place_id');
  expect(new Set(places).size).toBe(2);
  const kept = await createBaskets(office).hold(
    { basket: randomUUID(), performanceId: office.theatre.phare, allocation: wanted.allocation, seats: [{ category: '1' }, { category: '1', place: best + 10 }], until: later(15), longestMs: LONGEST }, // prettier-ignore
    NOW,
  );
  expect(new Set(kept.places.map(({ id }) => id)).size).toBe(2);
});
