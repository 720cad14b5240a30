import type { Knex } from 'knex';

/** Reviewers and inbox in one Exchange tenant: such mail is signed by nobody, the host alone says that it is its own. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('venues', (table) => {
    table.boolean('same_tenant').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('venues', (table) => {
    table.dropColumn('same_tenant');
  });
}
