import { closedAfterwards } from '../closed-afterwards';
import { createDatabaseClock } from '../../src/mysql/clock';
import { connect } from '../../src/mysql/database';
import { createBaskets } from '../../src/mysql/orders/baskets';
import { expireHolds } from '../../src/mysql/orders/holds';
import { openBoxOffice, type BoxOffice } from './open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

const warned: string[] = [];
const DAYS = 24 * 3_600_000;

/** A process whose machine has the wrong date. */
async function withDate<T>(now: number, work: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({ now, doNotFake: ['setImmediate', 'setTimeout', 'nextTick', 'performance', 'hrtime', 'clearTimeout', 'queueMicrotask', 'setInterval', 'clearInterval', 'clearImmediate'] }); // prettier-ignore
  try {
    return await work();
  } finally {
    jest.useRealTimers();
  }
}

test('one process with a wrong date takes nobody’s places away', async () => {
  const rightNow = Date.now();
  const basket = 'of-a-right-process';
  const wanted = {
    basket,
    performanceId: office.theatre.phare,
    seats: [{ category: '1' }],
    until: new Date(rightNow + 900_000).toISOString(),
    longestMs: 900_000,
  };
  await createBaskets(office).hold(wanted, new Date(rightNow).toISOString());
  await withDate(rightNow + 3 * DAYS, async () => {
    const clock = createDatabaseClock({ knex: office.knex, warn: (what) => void warned.push(what) });
    closedAfterwards({ close: () => clock.stop() });
    await clock.start();
    expect(Math.abs(Date.parse(clock.now()) - rightNow)).toBeLessThan(DAYS);
    await expireHolds(office.knex, clock.now());
  });
  expect(await createBaskets(office).held(basket)).toHaveLength(1);
});

test('once it was told the time, no change of the machine’s date moves it, nor a database that is away', async () => {
  const knex = connect(process.env['DATABASE_URL'] ?? '');
  const clock = createDatabaseClock({ knex, warn: (what) => void warned.push(what), everyMs: 5 });
  closedAfterwards({ close: () => clock.stop() });
  await clock.start();
  const before = Date.parse(clock.now());
  await knex.destroy();
  await withDate(0, async () => {
    while (warned.length === 0) await new Promise((done) => setImmediate(done));
    expect(Date.parse(clock.now())).toBeGreaterThanOrEqual(before);
  });
  expect(new Set(warned)).toEqual(new Set(['the database did not tell the time']));
});
