import type { Knex } from 'knex';

/** A house of the organizer: what it says of itself, and what it settled. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('venues', (table) => {
    table.bigIncrements('id');
    table.string('name', 120).notNullable();
    table.string('organizer', 200).notNullable();
    table.json('licences').notNullable();
    table.string('address', 255).notNullable();
    table.string('city', 120).notNullable();
    table.string('phone', 40).notNullable();
    table.json('opening_hours').notNullable();
    table.string('email', 320).notNullable();
    table.string('website', 255).notNullable();
    table.string('time_zone', 64).notNullable();
    table.json('directions').notNullable();
    table.json('advice').notNullable();
    table.json('proofs_label').notNullable();
    // the inbox that reads the reviewers' replies: one venue an inbox
    table.string('inbox_address', 255).notNullable().unique();
    table.string('copy_address', 320).notNullable();
    table.string('escalation_address', 320).notNullable();
    table.boolean('attach_proofs').notNullable();
    table.json('policy').notNullable();
    // how a reply's sender is authenticated (mode), and whose Authentication-Results are believed
    table.string('authentication_mode', 20).notNullable();
    table.string('authserv_id', 255);
    table.specificType('logo', 'mediumblob');
    table.specificType('plan', 'mediumblob');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('venues');
}
