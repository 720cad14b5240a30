import type { Knex } from 'knex';

/** What a venue writes in its shop and in its letters: the text that holds, and every one that held before. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('venue_text_versions', (table) => {
    table.bigIncrements('id');
    table.bigInteger('venue_id').unsigned().notNullable();
    table.string('kind', 40).notNullable();
    table.string('language', 2).notNullable();
    table.integer('version').unsigned().notNullable();
    // null: back to the original
    table.text('text');
    // the version that was brought back, where one was
    table.integer('restored').unsigned();
    table.string('actor', 60).notNullable();
    table.string('door', 20).notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.unique(['venue_id', 'kind', 'language', 'version']);
    table.foreign('venue_id').references('venues.id');
  });
  await knex.schema.createTable('venue_texts', (table) => {
    table.bigInteger('venue_id').unsigned().notNullable();
    table.string('language', 2).notNullable();
    table.string('kind', 40).notNullable();
    table.integer('version').unsigned().notNullable();
    table.text('text');
    table.primary(['venue_id', 'language', 'kind']);
    table.foreign('venue_id').references('venues.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('venue_texts');
  await knex.schema.dropTable('venue_text_versions');
}
