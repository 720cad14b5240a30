import type { Knex } from 'knex';

/** The PDF product that a release adds to its order. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('products', (table) => {
    table.bigIncrements('id');
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.string('kind', 20).notNullable();
    table.integer('release_no').unsigned().notNullable();
    table.json('seats').notNullable();
    table.datetime('added_at', { precision: 3 }).notNullable();
    table.unique(['order_reference', 'kind', 'release_no']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('products');
}
