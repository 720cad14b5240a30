import { createSessions } from '../../../src/mysql/access/sessions';
import { SessionStore } from '../../../src/web/session-store';
import { freshDatabase, type FreshDatabase } from '../fresh-database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const HOUR = 3600;

test('a session is found until it is over, told by the database and by nobody’s own clock', async () => {
  const sessions = createSessions({ knex: database.knex });
  jest.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z'), doNotFake: ['setImmediate', 'setTimeout', 'nextTick', 'performance', 'clearTimeout', 'queueMicrotask', 'setInterval', 'clearInterval', 'clearImmediate'] }); // prettier-ignore
  try {
    await sessions.keep('camille', { content: '{"orders":[]}', seconds: HOUR });
    expect(await sessions.find('camille')).toBe('{"orders":[]}');
  } finally {
    jest.useRealTimers();
  }
  const [left] = await database.knex('sessions').where({ sid: 'camille' }).select({ seconds: database.knex.raw('timestampdiff(second, utc_timestamp(), expired)') }); // prettier-ignore
  expect(Number(left?.seconds)).toBeGreaterThan(HOUR - 60);
  expect(Number(left?.seconds)).toBeLessThanOrEqual(HOUR);
  await sessions.prolong('camille', -1);
  expect(await sessions.find('camille')).toBeUndefined();
  // What is over is not prolonged back to life.
  await sessions.prolong('camille', HOUR);
  expect(await sessions.find('camille')).toBeUndefined();
});

test('a store that is away tells the callback, once, and throws at nobody', async () => {
  const unheard: unknown[] = [];
  const hear = (fault: unknown) => unheard.push(fault);
  process.on('unhandledRejection', hear);
  const away = () => Promise.reject(new Error('connect ECONNREFUSED'));
  const warned: string[] = [];
  const store = new SessionStore({
    sessions: { find: away, keep: away, prolong: away, forget: away },
    warn: (what) => void warned.push(what),
  });
  const session = { cookie: { originalMaxAge: 1000 } };
  const told = await Promise.all([
    new Promise((done) => store.get('a', done)),
    new Promise((done) => store.set('a', session, done)),
    new Promise((done) => store.destroy('a', done)),
    new Promise<void>((done) => store.touch('a', session, done)),
  ]);
  await new Promise((done) => setImmediate(done));
  process.off('unhandledRejection', hear);
  expect(told.map((fault) => fault instanceof Error)).toEqual([true, true, true, false]);
  expect(warned).toEqual(['a session was not prolonged']);
  expect(unheard).toEqual([]);
});
