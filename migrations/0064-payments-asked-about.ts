import type { Knex } from 'knex';

/** When the provider is next asked what became of a payment; and the sandbox provider's own book, which a restart leaves as it is. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('payments', (table) => {
    table.datetime('next_ask_at', { precision: 3 }).index();
  });
  await knex('payments')
    .where({ status: 'open' })
    .update({ next_ask_at: knex.ref('opened_at') });
  await knex.schema.createTable('sandbox_payments', (table) => {
    table.string('reference', 32).collate('utf8mb4_bin').primary();
    table.integer('amount').unsigned().notNullable();
    table.string('result', 10).collate('utf8mb4_bin').notNullable();
    table.string('transaction_no', 128).collate('utf8mb4_bin').notNullable();
    table.datetime('at', { precision: 3 }).notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('sandbox_payments');
  await knex.schema.alterTable('payments', (table) => {
    table.dropIndex(['next_ask_at']);
    table.dropColumn('next_ask_at');
  });
}
