import type { Knex } from 'knex';

/** Tables take it from their database, and the same word is the same word on every server: é is e, œ is oe, A is a. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter database character set utf8mb4 collate utf8mb4_unicode_ci');
}

export async function down(): Promise<void> {
  // What the database was before is not known, and nothing is left that depends on it.
}
