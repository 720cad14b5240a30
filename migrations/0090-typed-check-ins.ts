import type { Knex } from 'knex';

/** A ticket that was known at the door by its number, not by its signed code. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('check_ins', (table) => {
    table.boolean('typed').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('check_ins', (table) => {
    table.dropColumn('typed');
  });
}
