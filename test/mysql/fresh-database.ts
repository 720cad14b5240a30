import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { connect } from '../../src/mysql/database';
import { migrate } from '../../src/mysql/migrate';

export interface FreshDatabase {
  readonly name: string;
  readonly url: string;
  readonly knex: Knex;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** Hundreds who come at once wait for ten connections: on a busy machine, long. */
const RUSH_MS = 120_000;
const MIGRATED = 'contremarque_test_migrated';

/** A database of its own beside the one of DATABASE_URL, so that test files run side by side. `migrated: false`: empty. */
export async function freshDatabase({ migrated = true }: { readonly migrated?: boolean } = {}): Promise<FreshDatabase> {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  const name = `contremarque_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, async (server) => {
    await createDatabase(server, name);
    if (migrated) await copyDatabase(server, MIGRATED, name);
  });
  const own = new URL(`/${name}`, url).href;
  const knex = connect(own, { acquireMs: RUSH_MS });
  return {
    name,
    url: own,
    knex,
    async drop() {
      await knex.destroy();
      await onServer(url, (server) => server.raw(`drop database ${name}`));
    },
  };
}

/** Runs all migrations once for the whole run: each test file then copies what they made, which is much faster. */
export async function migrateOnce(): Promise<void> {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  await onServer(url, (server) => createDatabase(server, MIGRATED));
  const knex = connect(new URL(`/${MIGRATED}`, url).href);
  await migrate(knex);
  await knex.destroy();
}

async function createDatabase(server: Knex, name: string): Promise<void> {
  await server.raw(`create database ${name} character set utf8mb4 collate utf8mb4_unicode_ci`);
}

/** `create table … like` would leave the foreign keys out: the statements that show themselves hold everything. */
async function copyDatabase(server: Knex, from: string, to: string): Promise<void> {
  const tables: readonly string[] = await server('information_schema.tables').where({ table_schema: from }).pluck('table_name');
  const connection = await server.client.acquireConnection();
  const run = (sql: string) => server.raw(sql).connection(connection);
  try {
    await run(`use ${to}`);
    await run('set foreign_key_checks = 0');
    for (const table of tables) {
      const [[shown]] = await run(`show create table ${from}.${table}`);
      await run(shown['Create Table']);
      await run(`insert into ${to}.${table} select * from ${from}.${table}`);
    }
  } finally {
    await server.client.releaseConnection(connection);
  }
}

async function onServer(url: URL, work: (server: Knex) => Promise<unknown>): Promise<void> {
  const server = connect(url.href);
  try {
    await work(server);
  } finally {
    await server.destroy();
  }
}
