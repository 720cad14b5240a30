import { later, openBoxOffice, type BoxOffice } from '../open-box-office';

const CLIENTS = 64;
const SEATS = 200;

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
  // the Cale holds 120: for this evening 80 more
  const rows = Array.from({ length: SEATS - 120 }, (_, index) => ({
    ...({ performance_id: office.theatre.bal, category: 'unique', sort: 121 + index, entrance: 'par le quai', status: 'free' } as const),
  }));
  await office.knex('performance_places').insert(rows);
});
afterAll(() => office.close());

interface Evening {
  readonly performanceId: number;
  readonly categories: readonly string[];
}

/**
 * A client buys one to four seats again and again until nothing is left: some pay at once, some go away, some pay long
 * after their hold is over, some twice. Minutes pass with the purchases.
 */
async function buyUntilNothingIsLeft(evening: Evening, client: number, clock: { minutes: number }): Promise<void> {
  let wanted = 1 + (client % 4);
  for (let purchase = 0; wanted > 0; purchase += 1) {
    clock.minutes += 0.2;
    const category = evening.categories[(client + purchase) % evening.categories.length] ?? '';
    const placedAt = later(clock.minutes);
    const order = await placed({ performanceId: evening.performanceId, category, count: wanted, placedAt });
    if (order === undefined) wanted -= 1;
    else await end(order, (client + purchase) % 5, clock);
  }
}

interface Wish {
  readonly performanceId: number;
  readonly category: string;
  readonly count: number;
  readonly placedAt: string;
}

async function placed({ performanceId, category, count, placedAt }: Wish): Promise<string | undefined> {
  const tariffs = Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 'PLEIN' : 'ETUD'));
  try {
    return await office.place({ performanceId, category, tariffs, placedAt });
  } catch (refusal) {
    expect(refusal).toMatchObject({ code: 'seats-not-available' });
    return undefined;
  }
}

async function end(order: string, how: number, clock: { minutes: number }): Promise<void> {
  // went away
  if (how === 0) return;
  // pays when the hold is long over, and others may sit there
  const at = later(how === 1 ? clock.minutes + 20 : clock.minutes);
  if (how === 1) await office.orders.expireHolds(at);
  await office.pay(order, { at });
  // the browser was closed, and the form sent again
  if (how === 2) await office.pay(order, { at });
}

interface PlaceRow {
  readonly id: number;
  readonly status: string;
  readonly order_reference: string | null;
  readonly position_no: number | null;
}

interface PositionRow {
  readonly order_reference: string;
  readonly no: number;
  readonly place_id: number;
  readonly payment: string;
}

/** Every place is free or belongs to one seat of one paid order, which says the same. */
async function account(performanceId: number): Promise<{ readonly sold: number; readonly free: number }> {
  const places: readonly PlaceRow[] = await office.knex('performance_places').where({ performance_id: performanceId });
  const positions: readonly PositionRow[] = await office
    .knex('positions')
    .join('orders', 'orders.reference', 'positions.order_reference')
    .where({ performance_id: performanceId })
    .select('order_reference', 'no', 'place_id', 'payment');
  const seatOf = (row: { readonly order_reference: string | null; readonly no?: number; readonly position_no?: number | null }) =>
    `${row.order_reference} ${row.no ?? row.position_no}`;
  const paid = positions.filter(({ payment }) => payment === 'paid');
  const sold = places.filter(({ status }) => status === 'sold');
  expect(new Set(places.map(({ status }) => status))).toEqual(new Set(sold.length < places.length ? ['sold', 'free'] : ['sold']));
  expect(new Map(sold.map((place) => [place.id, seatOf(place)]))).toEqual(new Map(paid.map((seat) => [seat.place_id, seatOf(seat)])));
  expect(new Set(paid.map(({ place_id }) => place_id)).size).toBe(paid.length);
  const free = places.filter(({ status }) => status === 'free');
  expect(free.every((place) => place.order_reference === null)).toBe(true);
  return { sold: sold.length, free: free.length };
}

test.each([
  ['numbered', () => ({ performanceId: office.theatre.phare, categories: ['1', '2'] })],
  ['free', () => ({ performanceId: office.theatre.bal, categories: ['unique'] })],
] as const)(
  'sixty-four clients buy the last two hundred seats, %s, some without paying: none is sold twice, each is accounted for',
  async (_, eveningOf) => {
    const evening = eveningOf();
    const clock = { minutes: 0 };
    await Promise.all(Array.from({ length: CLIENTS }, (_client, index) => buyUntilNothingIsLeft(evening, index, clock)));
    // who went away is forgotten
    await office.orders.expireHolds(later(clock.minutes + 60));
    const { sold, free } = await account(evening.performanceId);
    expect(sold + free).toBe(SEATS);
    expect(sold).toBeGreaterThan(0);

    // and what came back is sold to the last one: 200, not one more
    const last = { performanceId: evening.performanceId, tariffs: ['PLEIN'], placedAt: later(clock.minutes + 61) };
    for (const category of evening.categories) {
      for (let left = await office.freePlaces(evening.performanceId, category); left > 0; left -= 1)
        await office.buy({ ...last, category });
      await expect(office.place({ ...last, category })).rejects.toMatchObject({ code: 'seats-not-available' });
    }
    expect(await account(evening.performanceId)).toEqual({ sold: SEATS, free: 0 });
    const [held] = await office
      .knex('performance_places')
      .whereIn('order_reference', office.knex('orders').where({ payment: 'refund-due' }).select('reference'))
      .count({ n: '*' });
    // whose seats had gone meanwhile gets the money back, not a seat of somebody else
    expect(held?.['n']).toBe(0);
  },
);
