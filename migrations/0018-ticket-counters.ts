import type { Knex } from 'knex';

/** The last number taken of an uninterrupted series; read and raised inside the transaction that uses it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ticket_counters', (table) => {
    table.string('series', 40).collate('utf8mb4_bin').primary();
    table.bigInteger('last_number').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('ticket_counters');
}
