import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Busy } from '../../src/domain/busy';
import { inOneStatement, inTransaction } from '../../src/mysql/transaction';
import { freshDatabase, type FreshDatabase } from './fresh-database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ migrated: false });
  await database.knex.raw('create table places (id int primary key, taken int not null)');
  await database.knex('places').insert([1, 2, 3, 4, 5, 6].map((id) => ({ id, taken: 0 })));
});
// Whoever waits gives up after a while; how long a rush takes is the machine's affair.
beforeAll(() => void jest.spyOn(performance, 'now').mockReturnValue(0));
afterAll(() => database.drop());

/** Each takes its two places in an order of its own, so that they wait for each other in circles. */
function takes(first: number, second: number): Promise<void> {
  return inTransaction(database.knex, async (trx) => {
    await trx('places').where({ id: first }).increment('taken');
    await trx.raw('do sleep(0.005)');
    await trx('places').where({ id: second }).increment('taken');
  });
}

test('in a rush of 352 that undo each other all get through, each once', async () => {
  const rush = Array.from({ length: 352 }, (_, at) => takes((at % 6) + 1, ((at * 5 + 3) % 6) + 1));
  const outcomes = await Promise.allSettled(rush);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await database.knex('places').sum({ taken: 'taken' }).first()).toEqual({ taken: '704' });
});

test('who is undone every time is told that it is busy, which may be asked again, and nothing has changed', async () => {
  let tries = 0;
  const never = inTransaction(database.knex, async (trx) => {
    tries += 1;
    await trx('places').where({ id: 1 }).update({ taken: 0 });
    throw Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK' });
  });
  await expect(never).rejects.toThrow(Busy);
  expect(tries).toBe(10);
  expect(await database.knex('places').where({ id: 1, taken: 0 })).toEqual([]);
});

test('a statement alone begins anew as well', async () => {
  let tries = 0;
  const undone = () => Promise.reject(Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK' }));
  await inOneStatement(() => ((tries += 1) < 3 ? undone() : Promise.resolve()));
  expect(tries).toBe(3);
});

test('nothing is written outside a transaction that begins anew', () => {
  const alone =
    /(?<!inOneStatement\(\(\) =>\s+)knex(?:\('[a-z_]+'\)(?:(?!\bknex\b)[^;])*?\.(?:insert|update|delete|increment|decrement)\(|\.transaction\()/;
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^mysql\/(?:seed\/|transaction\.ts)/.test(file))
    .map((file) => `src/${file}`);
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => alone.test(readFileSync(file, 'utf8')))).toEqual([]);
});
