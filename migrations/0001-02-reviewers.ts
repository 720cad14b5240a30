import type { Knex } from 'knex';

/** Who is asked about proofs: an address of the venue, possibly shared by several people. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('reviewers', (table) => {
    table.bigIncrements('id');
    table.bigInteger('venue_id').unsigned().notNullable();
    table.string('name', 120).notNullable();
    table.string('address', 320).notNullable();
    table.boolean('active').notNullable().defaultTo(true);
    table.unique(['venue_id', 'address']);
    table.foreign('venue_id').references('venues.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('reviewers');
}
