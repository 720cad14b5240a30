import type { Knex } from 'knex';

/** A cell that is said not to be sold keeps its row, without a price: a cell that nobody spoke of is another thing. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('price_grid', (table) => {
    table.integer('price').unsigned().nullable().alter();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex('price_grid').whereNull('price').delete();
  await knex.schema.alterTable('price_grid', (table) => {
    table.integer('price').unsigned().notNullable().alter();
  });
}
