import type { Knex } from 'knex';

/**
 * Who keeps a place that is not paid: prints of a network address and of a browser, forgotten with the hold. Since when a
 * basket has kept it: no basket does so without end.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('performance_places', (table) => {
    table.specificType('held_by', 'char(32)').collate('utf8mb4_bin').index();
    table.specificType('held_session', 'char(36)').collate('utf8mb4_bin').index();
    table.datetime('held_since', { precision: 3 });
  });
  // One row for each that keeps places: locked while they are counted, so that two requests at once count each other.
  await knex.schema.createTable('holders', (table) => {
    table.specificType('who', 'char(36)').collate('utf8mb4_bin').primary();
    table.datetime('seen_at', { precision: 3 }).notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('holders');
  await knex.schema.alterTable('performance_places', (table) => {
    table.dropIndex(['held_by']);
    table.dropIndex(['held_session']);
    table.dropColumns('held_by', 'held_session', 'held_since');
  });
}
