import type { Knex } from 'knex';

/** One request for an answer, sent to every reviewer of the venue; a new proof opens the next one. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('reviews', (table) => {
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.integer('no').unsigned().notNullable();
    table.datetime('opened_at', { precision: 3 }).notNullable();
    table.json('seats').notNullable();
    table.integer('superseded_by').unsigned();
    table.primary(['order_reference', 'no']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('reviews');
}
