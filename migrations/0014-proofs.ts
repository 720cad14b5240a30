import type { Knex } from 'knex';

/** What is known of a proof; the file lies elsewhere, under the same id. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('proofs', (table) => {
    table.string('id', 64).collate('utf8mb4_bin').primary();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.string('kind', 10).notNullable();
    table.string('file_name', 255).notNullable();
    table.integer('bytes').unsigned().notNullable();
    table.integer('pages').unsigned().notNullable();
    table.specificType('bytes_fingerprint', 'char(64)').collate('utf8mb4_bin').notNullable();
    table.specificType('pixels_fingerprint', 'char(64)').collate('utf8mb4_bin').notNullable();
    table.boolean('health').notNullable();
    table.datetime('received_at', { precision: 3 }).notNullable();
    table.datetime('accepted_at', { precision: 3 });
    table.datetime('replaced_at', { precision: 3 });
    table.datetime('dropped_at', { precision: 3 });
    table.datetime('never_after', { precision: 3 }).notNullable();
    table.datetime('purge_after', { precision: 3 }).notNullable();
    table.datetime('purged_at', { precision: 3 });
    table.index(['purged_at', 'purge_after']);
    table.index(['order_reference', 'received_at']);
    table.index(['bytes_fingerprint']);
    table.index(['pixels_fingerprint']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('proofs');
}
