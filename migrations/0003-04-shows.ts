import type { Knex } from 'knex';

/** What is played. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('shows', (table) => {
    table.bigIncrements('id');
    table.bigInteger('venue_id').unsigned().notNullable();
    table.string('title', 200).notNullable();
    table.string('credit', 400).notNullable();
    table.string('genre', 120).notNullable();
    table.json('presentation').notNullable();
    table.json('practical').notNullable();
    table.unique(['venue_id', 'title']);
    table.foreign('venue_id').references('venues.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('shows');
}
