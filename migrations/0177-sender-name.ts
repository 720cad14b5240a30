import type { Knex } from 'knex';

/** In whose name a venue's letters leave, where it is not the venue's own name. */
export async function up(knex: Knex): Promise<void> {
  if (await knex.schema.hasColumn('venues', 'sender_name')) return;
  await knex.schema.alterTable('venues', (table) => {
    table.string('sender_name', 60).notNullable().defaultTo('');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('venues', (table) => {
    table.dropColumn('sender_name');
  });
}
