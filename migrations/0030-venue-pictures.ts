import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('venue_pictures', (table) => {
    table.bigInteger('venue_id').notNullable().primary().references('id').inTable('venues');
    table.specificType('logo', 'MEDIUMBLOB');
    table.specificType('plan', 'MEDIUMBLOB');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('venue_pictures');
}
