import type { Knex } from 'knex';

/** One consumer a mailbox. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('mail_leases', (table) => {
    table.string('mailbox', 191).collate('utf8mb4_bin').primary();
    table.string('holder', 191).collate('utf8mb4_bin').notNullable();
    table.datetime('held_until', { precision: 3 }).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('mail_leases');
}
