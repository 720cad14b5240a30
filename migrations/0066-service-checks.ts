import type { Knex } from 'knex';

/** How each service outside the house answered when it was last asked. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('service_checks', (table) => {
    table.string('service', 20).primary();
    table.string('outcome', 40).notNullable();
    table.datetime('checked_at', { precision: 3 }).notNullable();
    table.datetime('ok_at', { precision: 3 });
    table.string('mailbox', 320);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('service_checks');
}
