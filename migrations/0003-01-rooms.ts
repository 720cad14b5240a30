import type { Knex } from 'knex';

/** Where performances are given. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('rooms', (table) => {
    table.bigIncrements('id');
    table.bigInteger('venue_id').unsigned().notNullable();
    table.string('name', 120).notNullable();
    table.string('seating', 10).notNullable();
    table.unique(['venue_id', 'name']);
    table.foreign('venue_id').references('venues.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('rooms');
}
