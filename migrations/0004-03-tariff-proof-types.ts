import type { Knex } from 'knex';

/** Which papers a tariff accepts, the usual one first. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('tariff_proof_types', (table) => {
    table.string('tariff_code', 16).collate('utf8mb4_bin').notNullable();
    table.string('proof_type_code', 40).collate('utf8mb4_bin').notNullable();
    table.integer('sort').unsigned().notNullable();
    table.primary(['tariff_code', 'proof_type_code']);
    table.foreign('tariff_code').references('tariffs.code');
    table.foreign('proof_type_code').references('proof_types.code');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('tariff_proof_types');
}
