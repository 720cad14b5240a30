import { createCommandKeys } from '../../src/mysql/command-keys';
import { freshDatabase, type FreshDatabase } from './fresh-database';
import { MIGRATING } from './sold-orders';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
}, MIGRATING);
afterAll(() => database.drop());

const at = '2027-01-11T16:45:00.000Z';

test('a key is good for what it was first used for, and for nothing else, whoever comes first', async () => {
  const keys = createCommandKeys(database);
  const use = (content: string) => keys.bind({ command: 'api-1-key', content: content.repeat(64), at });
  const used = await Promise.allSettled(['a', 'b', 'a', 'b', 'a'].map(use));
  const [row] = await database.knex('command_keys');
  const first = String(row.content)[0] ?? '';
  expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(first === 'a' ? 3 : 2);
  await expect(use(first)).resolves.toBeUndefined();
  await expect(use(first === 'a' ? 'b' : 'a')).rejects.toMatchObject({ code: 'key-used-already' });
});
