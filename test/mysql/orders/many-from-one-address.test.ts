import { randomUUID } from 'node:crypto';
import { Busy } from '../../../src/domain/busy';
import { Refusal } from '../../../src/domain/refusal';
import type { NewOrder } from '../../../src/ports/orders';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

/** A quarter of the 120 places of the Cale: five orders of six, and whoever asks for more is refused. */
const LIMITS = { perSession: 12, perAddress: 40, percentOfPerformance: 25 };
const ROUNDS = 15;
const SIX = Array.from({ length: 6 }, () => 'PLEIN');

const ASKS = 5;

/** As a caller who is told that the record is busy, and when to ask again; on a machine with much else to do that happens. */
async function served(order: NewOrder): Promise<unknown> {
  for (let asks = 1; ; asks += 1) {
    try {
      return await office.orders.place(order);
    } catch (fault) {
      if (!(fault instanceof Busy) || asks === ASKS) throw fault;
    }
  }
}

test('whoever asks for too much, many times at once, is refused or served each time: no query is undone for good', async () => {
  const faults: unknown[] = [];
  let placed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who kept places the day before is just being forgotten, by everybody who is refused.
    await office.knex('holders').delete();
    await office.knex('holders').insert({ who: 'one address', seen_at: new Date(later(-2 * 24 * 60)) });
    const orders = Array.from({ length: 30 }, async (_, who) =>
      served({
        ...(await office.draft({
          ...{ performanceId: office.theatre.bal, category: 'unique', tariffs: SIX },
          ...{ email: `visiteur.${round}.${who}@courriel.example`, idempotencyKey: randomUUID() },
        })),
        hold: { holder: { address: 'one address' }, limits: LIMITS, oneOrder: 6 },
      }),
    );
    const outcomes = await Promise.allSettled(orders);
    placed += outcomes.filter(({ status }) => status === 'fulfilled').length;
    faults.push(...outcomes.flatMap((outcome): readonly unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : [])));
  }
  expect(faults.filter((fault) => !(fault instanceof Refusal && fault.code === 'too-many-held'))).toEqual([]);
  expect(placed).toBe(5);
});
