import type { Knex } from 'knex';

/** Links asked for on the page: they open once, and only their hash is kept. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sign_in_links', (table) => {
    table.specificType('hash', 'char(64)').collate('utf8mb4_bin').primary();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.datetime('expires_at', { precision: 3 }).notNullable().index();
    table.datetime('used_at', { precision: 3 });
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('sign_in_links');
}
