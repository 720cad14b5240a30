import type { Knex } from 'knex';

/** Places that a basket keeps before there is an order: `held`, until held_until, for the basket named. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('performance_places', (table) => {
    table.specificType('basket', 'char(36)').collate('utf8mb4_bin');
    table.index(['basket', 'held_until']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex('performance_places').whereNotNull('basket').update({ status: 'free', held_until: null });
  await knex.schema.alterTable('performance_places', (table) => {
    table.dropIndex(['basket', 'held_until']);
    table.dropColumn('basket');
  });
}
