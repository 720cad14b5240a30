import type { Knex } from 'knex';

/** The fee of a tariff, where the grid does not say another. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('tariffs', (table) => {
    table.integer('fee').unsigned().notNullable().defaultTo(0);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('tariffs', (table) => {
    table.dropColumn('fee');
  });
}
