import type { Knex } from 'knex';

/** When a sender was last answered about something, so that two programs never answer each other. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('answers_sent', (table) => {
    table.specificType('sender_hash', 'char(64)').collate('utf8mb4_bin').notNullable();
    table.string('code', 60).collate('utf8mb4_bin').notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.primary(['sender_hash', 'code']);
    table.index(['at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('answers_sent');
}
