import type { Knex } from 'knex';

/** Who changed what of the catalogue and of the settings, when, by which door, with what was before and after. Never changed. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('catalogue_changes', (table) => {
    table.bigIncrements('id');
    table.datetime('at', { precision: 3 }).notNullable().index();
    table.string('actor', 40).notNullable();
    table.string('door', 20).notNullable();
    table.string('kind', 40).collate('utf8mb4_bin').notNullable();
    table.string('subject', 191).collate('utf8mb4_bin').notNullable();
    // null: the thing was not there yet, or is no more
    table.json('before');
    table.json('after');
    table.index(['kind', 'subject', 'id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('catalogue_changes');
}
