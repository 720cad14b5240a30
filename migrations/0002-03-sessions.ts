import type { Knex } from 'knex';

/** The layout that connect-session-knex expects. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sessions', (table) => {
    table.string('sid', 255).collate('utf8mb4_bin').primary();
    table.json('sess').notNullable();
    table.datetime('expired').notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('sessions');
}
