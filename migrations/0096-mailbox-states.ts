import type { Knex } from 'knex';

/** When each mailbox was last read, and what keeps it from being read: told by the worker, shown at the desk. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('mailbox_states', (table) => {
    table.string('mailbox', 191).collate('utf8mb4_bin').primary();
    table.datetime('read_at', { precision: 3 });
    table.string('trouble', 20);
    table.datetime('trouble_since', { precision: 3 });
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('mailbox_states');
}
