import type { Knex } from 'knex';

/** When the customer's mail address was last put right: what came back before then was addressed to another one. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.datetime('address_corrected_at', { precision: 3 }).nullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.dropColumn('address_corrected_at');
  });
}
