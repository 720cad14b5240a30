import type { Knex } from 'knex';

/** A group has a least size; a member gives a number, for which no file is asked. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('tariffs', (table) => {
    table.integer('min_per_order').unsigned();
    table.boolean('member_number').notNullable().defaultTo(false);
  });
  await knex.schema.alterTable('positions', (table) => {
    table.string('member_number', 40);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('positions', (table) => {
    table.dropColumn('member_number');
  });
  await knex.schema.alterTable('tariffs', (table) => {
    table.dropColumns('min_per_order', 'member_number');
  });
}
