import type { Knex } from 'knex';

/** Free text said by people, keyed by the command that brought it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('notes', (table) => {
    table.string('ref', 191).collate('utf8mb4_bin').primary();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.text('text').notNullable();
    table.string('author', 191).notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.index(['order_reference']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('notes');
}
