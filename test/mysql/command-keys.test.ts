import { createCommandKeys } from '../../src/mysql/command-keys';
import { freshDatabase, type FreshDatabase } from './fresh-database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const at = '2027-01-11T16:45:00.000Z';

test('a key is good for what it was first used for, and for nothing else, whoever comes first', async () => {
  const keys = createCommandKeys(database);
  const use = (content: string) => keys.bind({ command: 'api-1-key', content: content.repeat(64), at });
  const used = await Promise.allSettled(['a', 'b', 'a', 'b', 'a'].map(use));
  const [row] = await database.knex('command_keys');
  const first = String(row?.content)[0] ?? '';
  expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(first === 'a' ? 3 : 2);
  await expect(use(first)).resolves.toBeUndefined();
  await expect(use(first === 'a' ? 'b' : 'a')).rejects.toMatchObject({ code: 'key-used-already' });
});

describe('a key whose call the rules refused', () => {
  const keys = () => createCommandKeys(database);
  const use = (command: string, content: string) => ({ command, content: content.repeat(64), at });

  test('is free for another content', async () => {
    await keys().bind(use('api-2-key', 'a'));
    await keys().free(use('api-2-key', 'a'));
    await expect(keys().bind(use('api-2-key', 'b'))).resolves.toBeUndefined();
    await expect(keys().bind(use('api-2-key', 'a'))).rejects.toMatchObject({ code: 'key-used-already' });
  });

  test('is not free when another call under it was obeyed, or may have been', async () => {
    await keys().bind(use('api-3-key', 'a'));
    await keys().bind(use('api-3-key', 'a'));
    await keys().free(use('api-3-key', 'a'));
    await expect(keys().bind(use('api-3-key', 'b'))).rejects.toMatchObject({ code: 'key-used-already' });
  });

  test('is not freed by somebody who used it for something else', async () => {
    await keys().bind(use('api-4-key', 'a'));
    await keys().free(use('api-4-key', 'b'));
    await expect(keys().bind(use('api-4-key', 'b'))).rejects.toMatchObject({ code: 'key-used-already' });
  });

  test('stays whole when many ask and are refused at once', async () => {
    const asked = Array.from({ length: 8 }, async (_, index) => {
      const mine = use('api-5-key', index % 2 === 0 ? 'a' : 'b');
      await keys().bind(mine);
      await keys().free(mine);
    });
    const refused = (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused.filter((code) => code !== 'key-used-already')).toEqual([]);
    await expect(keys().bind(use('api-5-key', 'c'))).resolves.toBeUndefined();
  });
});
