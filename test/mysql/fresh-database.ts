import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { connect } from '../../src/mysql/database';
import { migrate } from '../../src/mysql/migrate';

export interface FreshDatabase {
  readonly url: string;
  readonly knex: Knex;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** A database of its own beside the one of DATABASE_URL, so that test files run side by side. `migrated: false`: empty. */
export async function freshDatabase({ migrated = true }: { readonly migrated?: boolean } = {}): Promise<FreshDatabase> {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  const name = `contremarque_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} character set utf8mb4 collate utf8mb4_unicode_ci`);
  const own = new URL(`/${name}`, url).href;
  const knex = connect(own);
  if (migrated) await migrate(knex);
  return {
    url: own,
    knex,
    async drop() {
      await knex.destroy();
      await onServer(url, `drop database ${name}`);
    },
  };
}

async function onServer(url: URL, sql: string): Promise<void> {
  const server = connect(url.href);
  await server.raw(sql);
  await server.destroy();
}
