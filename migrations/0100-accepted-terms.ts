import type { Knex } from 'knex';

/** The terms of sale that buyers accepted, each text once, by its SHA-256: the words themselves, whatever the venue writes later. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('accepted_terms', (table) => {
    table.specificType('hash', 'char(43)').collate('utf8mb4_bin').primary();
    table.text('text', 'mediumtext').notNullable();
    table.datetime('first_at', { precision: 3 }).notNullable();
  });
  await knex.schema.alterTable('orders', (table) => {
    table.specificType('accepted_terms', 'char(43)').collate('utf8mb4_bin').nullable().references('accepted_terms.hash');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.dropForeign('accepted_terms');
    table.dropColumn('accepted_terms');
  });
  await knex.schema.dropTable('accepted_terms');
}
