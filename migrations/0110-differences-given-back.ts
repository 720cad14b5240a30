import type { Knex } from 'knex';

/** A difference that a counter took by a slip and gave back: what was counted on either day stays counted there. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('differences_given_back', (table) => {
    table.bigIncrements('id');
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.integer('seat').unsigned().notNullable();
    table.integer('amount').unsigned().notNullable();
    table.datetime('taken_at', { precision: 3 }).notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.index(['order_reference', 'seat']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('differences_given_back');
}
