import type { Knex } from 'knex';

/** The seats of an order, numbered from 1 in it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('positions', (table) => {
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.integer('no').unsigned().notNullable();
    table.string('tariff_code', 16).collate('utf8mb4_bin').notNullable();
    table.string('category', 20).collate('utf8mb4_bin').notNullable();
    table.string('holder', 200).notNullable();
    table.integer('price').unsigned().notNullable();
    table.integer('fee').unsigned().notNullable();
    table.integer('to_full_price').unsigned().notNullable();
    // where one sits; kept when the place goes back to sale
    table.bigInteger('place_id').unsigned().notNullable();
    table.string('proof', 20).collate('utf8mb4_bin').notNullable();
    table.string('delivery', 10).collate('utf8mb4_bin').notNullable();
    table.datetime('delivered_at', { precision: 3 });
    table.string('reason', 40).collate('utf8mb4_bin');
    table.integer('release_no').unsigned();
    table.string('companionship', 10).collate('utf8mb4_bin');
    table.primary(['order_reference', 'no']);
    table.foreign('order_reference').references('orders.reference');
    table.foreign('tariff_code').references('tariffs.code');
    table.foreign('place_id').references('performance_places.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('positions');
}
