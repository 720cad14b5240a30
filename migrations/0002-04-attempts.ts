import type { Knex } from 'knex';

/** Tries at anything secret, counted for all replicas. Who tried is kept as a hash: it may be an e-mail address. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('attempts', (table) => {
    table.string('door', 40).collate('utf8mb4_bin').notNullable();
    table.specificType('who_hash', 'char(64)').collate('utf8mb4_bin').notNullable();
    table.integer('tries').unsigned().notNullable();
    table.datetime('window_ends_at', { precision: 3 }).notNullable().index();
    table.primary(['door', 'who_hash']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('attempts');
}
