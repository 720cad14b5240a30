import type { Knex } from 'knex';

/** A file may join those that its seats have, and not replace them: its sender says which. */
export async function up(knex: Knex): Promise<void> {
  if (await knex.schema.hasColumn('proofs', 'adds')) return;
  await knex.schema.alterTable('proofs', (table) => {
    table.boolean('adds').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('proofs', (table) => {
    table.dropColumn('adds');
  });
}
