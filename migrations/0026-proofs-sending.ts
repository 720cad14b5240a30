import type { Knex } from 'knex';

/** Files sent together are accepted together: each names the first of them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('proofs', (table) => {
    table.string('sending', 64).collate('utf8mb4_bin').notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('proofs', (table) => {
    table.dropColumn('sending');
  });
}
