import type { Knex } from 'knex';

/** What each key of a command was first used for, as a print: the same key with other content is refused, not taken for it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('command_keys', (table) => {
    table.string('command', 191).collate('utf8mb4_bin').primary();
    table.specificType('content', 'char(64)').collate('utf8mb4_bin').notNullable();
    table.datetime('at', { precision: 3 }).notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('command_keys');
}
