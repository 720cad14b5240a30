import type { Knex } from 'knex';

/** Each word of the customer’s name, and its orders as lists show them: a page is one read, without sorting. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('order_search_terms', (table) => {
    table.string('term', 120).notNullable();
    table.datetime('placed_at', { precision: 3 }).notNullable();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.primary(['term', 'placed_at', 'order_reference']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('order_search_terms');
}
