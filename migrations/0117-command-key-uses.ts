import type { Knex } from 'knex';

/** How many calls under a key were obeyed, or may have been: a key whose every call the rules refused is free again. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('command_keys', (table) => {
    table.integer('uses').unsigned().notNullable().defaultTo(1);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('command_keys', (table) => {
    table.dropColumn('uses');
  });
}
