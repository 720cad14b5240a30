import type { Knex } from 'knex';

/** People who sign in at the desk. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('staff', (table) => {
    table.bigIncrements('id');
    table.string('name', 120).notNullable();
    table.string('email', 320).notNullable().unique();
    table.string('role', 20).notNullable();
    table.string('password_hash', 255).collate('utf8mb4_bin').notNullable();
    table.string('totp_secret', 255).collate('utf8mb4_bin').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('staff');
}
