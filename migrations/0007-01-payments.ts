import type { Knex } from 'knex';

/** What we asked a provider to collect, and what became of it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('payments', (table) => {
    table.bigIncrements('id');
    table.string('reference', 32).collate('utf8mb4_bin').notNullable().unique();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.integer('amount').unsigned().notNullable();
    table.integer('upgrade_of').unsigned();
    table.string('method', 40).collate('utf8mb4_bin').notNullable();
    // open, paid, refused, refund-due, refunded
    table.string('status', 12).collate('utf8mb4_bin').notNullable();
    table.string('verdict', 24).collate('utf8mb4_bin');
    table.string('transaction_no', 128).collate('utf8mb4_bin');
    table.datetime('opened_at', { precision: 3 }).notNullable();
    table.datetime('paid_at', { precision: 3 });
    table.datetime('refunded_at', { precision: 3 });
    table.datetime('told_at', { precision: 3 });
    // what the sweep tells again to stories that run already
    table.specificType(
      'untold_since',
      "datetime(3) generated always as (case when verdict in ('second', 'upgrade') and told_at is null then paid_at end) stored",
    );
    table.index(['order_reference']);
    table.index(['untold_since']);
    table.foreign('order_reference').references('orders.reference');
    table.foreign('method').references('payment_methods.code');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('payments');
}
