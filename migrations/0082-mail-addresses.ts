import type { Knex } from 'knex';

const COLUMNS = [
  ['customers', 'email'],
  ['staff', 'email'],
  ['reviewers', 'address'],
] as const;

/**
 * Addresses may have letters of every script, and zoé@ is not zoe@: they are compared letter for letter, and kept in small letters
 * (src/domain/mail-address.ts).
 */
export async function up(knex: Knex): Promise<void> {
  for (const [table, column] of COLUMNS) {
    await knex.raw('update ?? set ?? = lower(??)', [table, column, column]);
    await knex.raw('alter table ?? modify ?? varchar(320) character set utf8mb4 collate utf8mb4_bin not null', [table, column]);
  }
}

export async function down(knex: Knex): Promise<void> {
  for (const [table, column] of COLUMNS) {
    await knex.raw('alter table ?? modify ?? varchar(320) character set utf8mb4 collate utf8mb4_unicode_ci not null', [table, column]);
  }
}
