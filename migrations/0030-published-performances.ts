import type { Knex } from 'knex';

/** Since when a performance is online; without a day it is not. What was on sale before stays online. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('performances', (table) => {
    table.datetime('published_at', { precision: 3 });
  });
  await knex('performances').update({ published_at: knex.ref('sales_open_at') });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('performances', (table) => {
    table.dropColumn('published_at');
  });
}
