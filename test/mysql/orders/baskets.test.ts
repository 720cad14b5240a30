import { randomUUID } from 'node:crypto';
import { createBaskets } from '../../../src/mysql/orders/baskets';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

/** Two hours and three quarters, in milliseconds. */
const LONGEST = 165 * 60_000;

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());
beforeEach(() => office.clear());

async function hold(
  count: number,
  basket: string = randomUUID(),
  said: { readonly until?: string; readonly now?: string; readonly places?: readonly number[] } = {},
) {
  const seats = Array.from({ length: count }, (_, index) => ({ category: '1', place: said.places?.[index] }));
  const wanted = { basket, performanceId: office.theatre.phare, seats, until: said.until ?? later(15), longestMs: LONGEST };
  return (await createBaskets(office).hold(wanted, said.now ?? NOW)).places;
}

test('a basket keeps the best places side by side, and nobody else gets them', async () => {
  const before = await office.freePlaces();
  const places = await hold(3);
  expect(new Set(places.map(({ row }) => row)).size).toBe(1);
  expect(await office.freePlaces()).toBe(before - 3);
  const others = await hold(3);
  expect(others.filter(({ id }) => places.some((place) => place.id === id))).toEqual([]);
});

test('filled anew it keeps what it is asked now, and its former places go back', async () => {
  const before = await office.freePlaces();
  const basket = randomUUID();
  await hold(4, basket);
  await hold(1, basket);
  expect(await office.freePlaces()).toBe(before - 1);
});

test('places that are not to be had leave it as it was', async () => {
  await office.keepOnSale(3);
  const basket = randomUUID();
  const places = await hold(2, basket);
  await expect(hold(4, basket)).rejects.toMatchObject({ code: 'seats-not-available' });
  const taken = await hold(1);
  await expect(hold(2, basket, { places: [places[0]?.id ?? 0, taken[0]?.id ?? 0] })).rejects.toMatchObject({ code: 'seats-not-available' });
  expect((await createBaskets(office).held(basket)).map(({ id }) => id)).toEqual(places.map(({ id }) => id).toSorted((a, b) => a - b));
});

test('its own places may be chosen again, in another order', async () => {
  const basket = randomUUID();
  const ids = (await hold(2, basket)).map(({ id }) => id).toReversed();
  expect((await hold(2, basket, { places: ids })).map(({ id }) => id)).toEqual(ids);
});

/** Two forms of one basket; both have looked for an order of its key, and found none, before either is let near the places. */
async function sentAtOnce(names: readonly [string, string]) {
  const { knex, orders } = office;
  const basket = randomUUID();
  const ids = (await hold(2, basket)).map(({ id }) => id);
  const form = async (name: string) => {
    const order = await office.draft({ tariffs: ['PLEIN', 'PLEIN'], idempotencyKey: `basket-${basket}`, name });
    return { ...order, basket, seats: order.seats.map((seat, index) => ({ ...seat, place: ids[index] })) };
  };
  const forms = [await form(names[0]), await form(names[1])];
  const bothLooked = new Promise<void>((resolve) => {
    let looked = 0;
    knex.on('query-response', (_rows: unknown, { sql }: { readonly sql: string }) => {
      if (sql.includes('`idempotency_key` = ?') && ++looked === 2) resolve();
    });
  });
  const gate = await knex.transaction();
  await gate('performance_places').whereIn('id', ids).forUpdate().select('id');
  const sent = Promise.allSettled(forms.map((one) => orders.place(one)));
  await bothLooked;
  await gate.commit();
  return sent;
}

test('its form sent twice in one moment makes one order, and its own places are not somebody else’s', async () => {
  const [first, second] = await sentAtOnce(['Camille Roussel', 'Camille Roussel']);
  const placed = [first, second].map((outcome) => (outcome?.status === 'fulfilled' ? outcome.value : outcome?.reason));
  expect(new Set(placed.map(({ fresh }) => fresh))).toEqual(new Set([false, true]));
  expect(placed[0].reference).toBe(placed[1].reference);
});

test('two forms of it with other words in one moment: the slower hears that its key has placed an order', async () => {
  const outcomes = await sentAtOnce(['Camille Roussel', 'Camile Rousel']);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'key-used-already' } });
});

test('its order has the very places, also where one sits freely', async () => {
  for (const performanceId of [office.theatre.phare, office.theatre.bal]) {
    const [offered] = (await office.catalogue.offer(performanceId, 'INTERNET'))?.categories ?? [];
    const category = offered?.code ?? '';
    const basket = randomUUID();
    const wanted = { basket, performanceId, seats: [{ category }, { category }], until: later(15), longestMs: LONGEST };
    const { places } = await createBaskets(office).hold(wanted, NOW);
    const ids = places.map(({ id }) => id);
    const order = await office.draft({ performanceId, category, tariffs: ['PLEIN', 'PLEIN'] });
    const seats = order.seats.map((seat, index) => ({ ...seat, place: ids[index] }));
    await expect(office.orders.place({ ...order, seats, basket: randomUUID() })).rejects.toMatchObject({ code: 'seats-not-available' });
    await office.orders.place({ ...order, seats, basket });
    const rows = await office.knex('performance_places').whereIn('id', ids).orderBy('id').select('status', 'basket', 'order_reference');
    expect(rows).toEqual(ids.map(() => ({ status: 'held', basket: null, order_reference: order.reference })));
    expect(await createBaskets(office).held(basket)).toEqual([]);
  }
});

test('kept longer when asked, given back when time is over or somebody leaves', async () => {
  const before = await office.freePlaces();
  const [stays, leaves, sleeps] = [randomUUID(), randomUUID(), randomUUID()];
  for (const basket of [stays, leaves, sleeps]) await hold(1, basket, { until: later(1) });
  const baskets = createBaskets(office);
  await baskets.prolong(stays, { until: later(20), longestMs: LONGEST });
  await baskets.release(leaves);
  expect(await office.orders.expireHolds(later(2))).toBe(1);
  expect(await office.freePlaces()).toBe(before - 1);
  expect(await baskets.held(stays)).toHaveLength(1);
});

test('when all is kept, what was kept too long is found', async () => {
  await office.keepOnSale(2);
  await hold(2, randomUUID(), { until: later(-1) });
  expect(await hold(2)).toHaveLength(2);
});
