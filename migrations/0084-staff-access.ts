import type { Knex } from 'knex';

/**
 * What lets people and programs in can be taken back, at once: `access_version` is raised with each change, and sessions
 * and devices that were let in under another version are let in no more. Invitations open once.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('staff', (table) => {
    table.boolean('active').notNullable().defaultTo(true);
    table.integer('access_version').unsigned().notNullable().defaultTo(1);
    table.datetime('signed_in_at', { precision: 3 });
  });
  await knex.schema.alterTable('api_keys', (table) => {
    table.datetime('revoked_at', { precision: 3 });
  });
  await knex.schema.createTable('staff_invitations', (table) => {
    table.specificType('hash', 'char(64)').collate('utf8mb4_bin').primary();
    table.bigInteger('staff_id').unsigned().notNullable().index();
    table.datetime('expires_at', { precision: 3 }).notNullable().index();
    table.datetime('used_at', { precision: 3 });
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('staff_invitations');
  await knex.schema.alterTable('api_keys', (table) => {
    table.dropColumn('revoked_at');
  });
  await knex.schema.alterTable('staff', (table) => {
    table.dropColumns('active', 'access_version', 'signed_in_at');
  });
}
