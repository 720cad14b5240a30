import type { Knex } from 'knex';

/** Programs that may call the API; only the hash of a key is kept. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('api_keys', (table) => {
    table.bigIncrements('id');
    table.string('name', 120).notNullable();
    table.string('role', 20).notNullable();
    table.specificType('hash', 'char(64)').collate('utf8mb4_bin').notNullable().unique();
    table.datetime('created_at', { precision: 3 }).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('api_keys');
}
