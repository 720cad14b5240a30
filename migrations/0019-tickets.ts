import type { Knex } from 'knex';

/** Numbers are never used again: a cancelled ticket is a row, not a deletion. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('tickets', (table) => {
    table.bigInteger('number').primary();
    table.string('uid', 40).collate('utf8mb4_bin').notNullable().unique();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.integer('seat').unsigned().notNullable();
    table.integer('release_no').unsigned().notNullable();
    table.string('admission', 20).notNullable();
    table.boolean('proof_to_show').notNullable();
    table.datetime('issued_at', { precision: 3 }).notNullable();
    table.datetime('used_at', { precision: 3 });
    table.datetime('cancelled_at', { precision: 3 });
    table.unique(['order_reference', 'seat', 'release_no']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('tickets');
}
