import { migrate, pendingMigrations } from '../../src/mysql/migrate';
import { freshDatabase, type FreshDatabase } from './fresh-database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ migrated: false });
});
afterAll(() => database.drop());

async function tables(): Promise<readonly string[]> {
  const [rows] = await database.knex.raw('show tables');
  return rows.flatMap((row: Record<string, string>) => Object.values(row)).filter((name: string) => !name.startsWith('migrations'));
}

test('every migration goes up, all the way down, and up again', async () => {
  const { knex } = database;
  const pending = await pendingMigrations(knex);
  expect(pending.length).toBeGreaterThan(30);
  expect(await migrate(knex)).toEqual(pending);
  const all = await tables();
  expect(all).toEqual(expect.arrayContaining(['venues', 'orders', 'positions', 'performance_places', 'payments', 'outgoing_mail']));
  expect(await pendingMigrations(knex)).toEqual([]);

  let undone: readonly string[] = await migrate(knex, 'down');
  while (undone.length > 0) undone = await migrate(knex, 'down');
  expect(await tables()).toEqual([]);

  expect(await migrate(knex, 'up')).toEqual(pending.slice(0, 1));
  expect(await migrate(knex, 'up')).toEqual(pending.slice(1, 2));
  expect(await tables()).toEqual(['venues']);
  await migrate(knex);
  expect(await tables()).toEqual(all);
});

test('names sort and compare alike on every server, whatever the database was made with', async () => {
  const own = await freshDatabase({ migrated: false });
  try {
    await own.knex.raw('alter database character set latin1');
    await migrate(own.knex);
    const [rows] = await own.knex.raw(
      "select distinct table_collation as collation from information_schema.tables where table_schema = database() and table_name not like 'migrations%'",
    );
    expect(rows).toEqual([{ collation: 'utf8mb4_unicode_ci' }]);
    await own.knex('customers').insert({ name: 'Cœur', email: 'coeur@courriel.example' });
    expect(await own.knex('customers').where({ name: 'COEUR' })).toHaveLength(1);
  } finally {
    await own.drop();
  }
});

test('times are UTC and a value that does not fit is a fault', async () => {
  const { knex } = database;
  const [[row]] = await knex.raw('select @@session.time_zone as zone, @@session.sql_mode as mode');
  expect(row.zone).toBe('+00:00');
  await expect(knex('proof_types').insert({ code: 'x'.repeat(41), name: '{}' })).rejects.toMatchObject({ code: 'ER_DATA_TOO_LONG' });
});

test('a fault does not tell what was being written', async () => {
  const row = { name: 'Camille Roussel', email: 'camille@courriel.example', role: 'admin' };
  const table: string = 'staff';
  await expect(database.knex(table).insert(row)).rejects.toMatchObject({
    message: expect.not.stringContaining('Camille'),
  });
});

test('what each test file copies is what the migrations make', async () => {
  const copied = await freshDatabase();
  try {
    await migrate(database.knex);
    expect(await shapeOf(copied)).toEqual(await shapeOf(database));
    expect(await pendingMigrations(copied.knex)).toEqual([]);
  } finally {
    await copied.drop();
  }
});

async function shapeOf({ knex }: FreshDatabase): Promise<unknown> {
  const [columns] = await knex.raw(
    'select table_name, column_name, column_default, is_nullable, column_type, extra from information_schema.columns where table_schema = database() order by table_name, ordinal_position',
  );
  const [constraints] = await knex.raw(
    'select table_name, constraint_name, constraint_type from information_schema.table_constraints where table_schema = database() order by table_name, constraint_name',
  );
  return { columns, constraints };
}
