import type { Knex } from 'knex';

/** By which way an order came, and whose till its money is counted in. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sales_channels', (table) => {
    table.string('code', 40).collate('utf8mb4_bin').primary();
    table.string('name', 120).notNullable();
    table.string('till_operator_code', 40).collate('utf8mb4_bin').notNullable();
    table.foreign('till_operator_code').references('till_operators.code');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('sales_channels');
}
