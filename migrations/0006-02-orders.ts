import type { Knex } from 'knex';

/** One row an order: what lists, searches and sweeps ask, and the state of its story as last recorded. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('orders', (table) => {
    table.specificType('reference', 'char(9)').collate('utf8mb4_bin').primary();
    table.bigInteger('customer_id').unsigned().notNullable();
    table.bigInteger('performance_id').unsigned().notNullable();
    table.string('language', 2).notNullable();
    table.string('channel', 40).collate('utf8mb4_bin').notNullable();
    table.string('delivery_method', 40).collate('utf8mb4_bin').notNullable();
    table.integer('delivery_price').unsigned().notNullable();
    table.integer('total').unsigned().notNullable();
    table.string('payment', 12).collate('utf8mb4_bin').notNullable();
    table.string('status', 20).collate('utf8mb4_bin').notNullable();
    table.string('waits_for', 20).collate('utf8mb4_bin').notNullable();
    table.datetime('waits_since', { precision: 3 });
    table.datetime('placed_at', { precision: 3 }).notNullable();
    table.datetime('expires_at', { precision: 3 }).notNullable();
    table.datetime('paid_at', { precision: 3 });
    table.datetime('deadline_at', { precision: 3 });
    table.datetime('next_timer_at', { precision: 3 });
    table.integer('link_version').unsigned().notNullable().defaultTo(1);
    table.specificType('link_hash', 'char(64)').collate('utf8mb4_bin').unique();
    table.string('idempotency_key', 128).collate('utf8mb4_bin').unique();
    table.json('story');
    table.integer('story_seq').unsigned().notNullable().defaultTo(0);
    // two sweeps read only what they look for: holds that wait for money, and paid orders whose story recorded nothing yet
    table.specificType(
      'hold_until',
      "datetime(3) generated always as (case when payment in ('pending', 'failed') then expires_at end) stored",
    );
    table.specificType('untold_since', 'datetime(3) generated always as (case when story_seq = 0 then paid_at end) stored');
    table.index(['hold_until']);
    table.index(['untold_since']);
    // newest first, under each filter of the desk
    table.index(['placed_at']);
    table.index(['status', 'placed_at']);
    table.index(['performance_id', 'placed_at']);
    table.index(['performance_id', 'status', 'placed_at']);
    table.index(['customer_id', 'placed_at']);
    table.foreign('customer_id').references('customers.id');
    table.foreign('performance_id').references('performances.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('orders');
}
