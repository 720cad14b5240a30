import type { Knex } from 'knex';

/** Every word that some customer's name has, once: what somebody begins to type is completed from here. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('name_words', (table) => {
    table.string('word', 120).primary();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('name_words');
}
