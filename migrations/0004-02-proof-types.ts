import type { Knex } from 'knex';

/** The papers that exist. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('proof_types', (table) => {
    table.string('code', 40).collate('utf8mb4_bin').primary();
    table.json('name').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('proof_types');
}
