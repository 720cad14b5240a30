import type { Knex } from 'knex';

/** Which files each venue takes in « Mes justificatifs »; null: the four that we know. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('venues', (table) => {
    table.json('proof_formats');
    table.integer('max_proof_bytes').unsigned().notNullable().defaultTo(5_242_880);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('venues', (table) => {
    table.dropColumns('proof_formats', 'max_proof_bytes');
  });
}
