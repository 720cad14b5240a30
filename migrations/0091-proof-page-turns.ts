import type { Knex } from 'knex';

/** How far each page of a proof was turned at the desk: a figure a page, in quarter turns to the right. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('proofs', (table) => {
    table.string('page_turns', 255).notNullable().defaultTo('');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('proofs', (table) => {
    table.dropColumn('page_turns');
  });
}
