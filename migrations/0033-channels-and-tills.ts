import type { Knex } from 'knex';

/** Each order and each receipt says by which channel it came and in whose till it is counted; a customer, where first met. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sales_channels', (table) => {
    // sells without anybody at the counter: only what is published
    table.boolean('online').notNullable().defaultTo(true);
  });
  await knex('sales_channels').where({ code: 'GUICHET' }).update({ online: false });
  await knex.schema.alterTable('customers', (table) => {
    table.string('channel', 40).collate('utf8mb4_bin').index();
  });
  await knex.schema.alterTable('orders', (table) => {
    table.string('till_operator', 40).collate('utf8mb4_bin').notNullable().defaultTo('INTERNET');
    table.index(['channel', 'placed_at']);
  });
  await knex.schema.alterTable('payments', (table) => {
    table.string('channel', 40).collate('utf8mb4_bin').notNullable().defaultTo('INTERNET');
    table.string('till_operator', 40).collate('utf8mb4_bin').notNullable().defaultTo('INTERNET');
    table.index(['channel', 'paid_at']);
    table.index(['till_operator', 'paid_at']);
  });
  await knex.raw(
    `update customers set channel =
     (select orders.channel from orders where orders.customer_id = customers.id order by placed_at limit 1)`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('payments', (table) => {
    table.dropColumns('channel', 'till_operator');
  });
  await knex.schema.alterTable('orders', (table) => {
    table.dropIndex(['channel', 'placed_at']);
    table.dropColumn('till_operator');
  });
  await knex.schema.alterTable('customers', (table) => {
    table.dropColumn('channel');
  });
  await knex.schema.alterTable('sales_channels', (table) => {
    table.dropColumn('online');
  });
}
