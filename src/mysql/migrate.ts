import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';

/** `latest`: all that are missing; `up`: the next one; `down`: the last one back. */
export type MigrationStep = 'latest' | 'up' | 'down';

const FOLDER = join(__dirname, '..', '..', 'migrations');
const FILE = /^(\d{4}-[\w-]+)\.(?:ts|js)$/;

/** Returns the names of those that ran. Several processes may ask at once: one runs them, the others fail with its lock. */
export async function migrate(knex: Knex, step: MigrationStep = 'latest'): Promise<readonly string[]> {
  // what knex tells of its migrations has no type of its own
  // oxlint-disable-next-line reads/no-typed-read, typescript/no-unsafe-assignment
  const [, names]: [number, readonly string[]] = await knex.migrate[step](config());
  return names;
}

/** Those that this version needs and the database has not seen: nothing may be served before they ran. */
export async function pendingMigrations(knex: Knex): Promise<readonly string[]> {
  // oxlint-disable-next-line reads/no-typed-read, typescript/no-unsafe-assignment
  const [, pending]: [unknown, readonly string[]] = await knex.migrate.list(config());
  return pending;
}

/** Named without their extension: sources and what was compiled from them are the same migrations. */
function config(): Knex.MigratorConfig {
  const files = filesIn(FOLDER);
  const source: Knex.MigrationSource<string> = {
    getMigrations: async () => [...files.keys()].toSorted(),
    getMigrationName: (name) => name,
    // oxlint-disable-next-line typescript/no-unsafe-return
    getMigration: async (name) => import(join(FOLDER, files.get(name) ?? name)),
  };
  return { migrationSource: source, tableName: 'migrations', disableTransactions: true };
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder).flatMap((file): [string, string][] => (FILE.test(file) ? [[file.replace(/\.[jt]s$/, ''), file]] : [])),
  );
}
