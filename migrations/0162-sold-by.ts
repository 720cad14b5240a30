import type { Knex } from 'knex';

/** Who has sold an order across the counter: « Histoire » names them, as it names whoever decides or gives money back. */
export async function up(knex: Knex): Promise<void> {
  if (await knex.schema.hasColumn('orders', 'sold_by')) return;
  await knex.schema.alterTable('orders', (table) => {
    table.string('sold_by', 64).nullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.dropColumn('sold_by');
  });
}
