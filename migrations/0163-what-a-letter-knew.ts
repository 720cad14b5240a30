import type { Knex } from 'knex';

/** The last change of its order that a letter's words knew of: what its tickets say is compared with what has become of them since. */
export async function up(knex: Knex): Promise<void> {
  if (await knex.schema.hasColumn('outgoing_mail', 'told_seq')) return;
  await knex.schema.alterTable('outgoing_mail', (table) => {
    table.integer('told_seq').unsigned().nullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('outgoing_mail', (table) => {
    table.dropColumn('told_seq');
  });
}
