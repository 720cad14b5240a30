import type { Knex } from 'knex';

/** How money comes in. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('payment_methods', (table) => {
    table.string('code', 40).collate('utf8mb4_bin').primary();
    table.string('name', 120).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('payment_methods');
}
