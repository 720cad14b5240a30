import { createAttempts } from '../../../src/mysql/access/attempts';
import { freshDatabase, type FreshDatabase } from '../fresh-database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

function at(seconds: number) {
  return { max: 3, windowSeconds: 60, now: new Date(Date.parse('2027-01-04T10:00:00.000Z') + seconds * 1000).toISOString() };
}

const REFUSED = { code: 'too-many-tries' };

test('three tries a minute, then one waits until the minute is over', async () => {
  const attempts = createAttempts({ knex: database.knex });
  for (const second of [0, 10, 20]) await attempts.count('link', 'a', at(second));
  await expect(attempts.count('link', 'a', at(30))).rejects.toMatchObject({ ...REFUSED, detail: { seconds: 30 } });
  await expect(attempts.count('link', 'a', at(59))).rejects.toMatchObject(REFUSED);
  await attempts.count('link', 'a', at(60));
  await attempts.count('link', 'a', at(61));
});

test('each door counts for itself, and so does each person', async () => {
  const attempts = createAttempts({ knex: database.knex });
  for (const who of ['b', 'b', 'b', 'c']) await attempts.count('sign-in', who, at(0));
  await expect(attempts.count('sign-in', 'b', at(1))).rejects.toMatchObject(REFUSED);
  await attempts.count('sign-in', 'c', at(1));
  await attempts.count('link', 'b', at(1));
});

test('thirty tries at once from several replicas: three pass', async () => {
  const replicas = [createAttempts({ knex: database.knex }), createAttempts({ knex: database.knex })];
  const tries = replicas.flatMap((replica) => Array.from({ length: 15 }, () => replica.count('code', 'd', at(0))));
  const passed = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
  expect(passed).toHaveLength(3);
  await expect(replicas[0]?.count('code', 'd', at(1))).rejects.toMatchObject(REFUSED);
});

test('who tried is not to be read in the table, and what is over is forgotten', async () => {
  const attempts = createAttempts({ knex: database.knex });
  await attempts.count('sign-in', 'camille.roussel@courriel.example', at(300));
  expect(JSON.stringify(await database.knex('attempts'))).not.toContain('camille');
  expect(await attempts.sweep(at(301).now)).toBeGreaterThan(0);
  expect(await database.knex('attempts')).toHaveLength(1);
});
