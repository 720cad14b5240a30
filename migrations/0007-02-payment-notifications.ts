import type { Knex } from 'knex';

/** Everything that a payment provider told us, believed or not. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('payment_notifications', (table) => {
    table.bigIncrements('id');
    table.string('provider', 40).collate('utf8mb4_bin').notNullable();
    // a notification that was believed is known by it; absent where it was refused
    table.string('dedupe_key', 255).collate('utf8mb4_bin').unique();
    table.string('payment_reference', 64).collate('utf8mb4_bin');
    table.string('transaction_no', 128).collate('utf8mb4_bin');
    table.bigInteger('amount');
    table.string('currency', 3);
    table.string('result', 10).collate('utf8mb4_bin');
    // `accepted`, or the code of the refusal
    table.string('code', 40).collate('utf8mb4_bin').notNullable();
    table.specificType('body_hash', 'char(64)').collate('utf8mb4_bin');
    table.datetime('received_at', { precision: 3 }).notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('payment_notifications');
}
