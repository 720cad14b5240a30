import type { Knex } from 'knex';

/** What has the places of an order that was given up unpaid: a basket, and later the order that was placed from it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.string('taken_over_by', 64).nullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.dropColumn('taken_over_by');
  });
}
