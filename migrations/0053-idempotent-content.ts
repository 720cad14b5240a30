import type { Knex } from 'knex';

/** What the first order under an idempotency key held: the same key with other seats is refused, not taken for it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.string('idempotent_content', 43).nullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.dropColumn('idempotent_content');
  });
}
