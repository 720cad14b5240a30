import type { Knex } from 'knex';

/** Under whom receipts are counted; INTERNET is nobody. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('till_operators', (table) => {
    table.string('code', 40).collate('utf8mb4_bin').primary();
    table.string('name', 120).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('till_operators');
}
