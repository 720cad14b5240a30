import type { Knex } from 'knex';

/** Tries whose pauses grow: when the next one may come. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('attempts', (table) => {
    table.datetime('not_before', { precision: 3 });
  });
  await knex.schema.alterTable('sign_in_links', (table) => {
    table.index(['order_reference', 'expires_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sign_in_links', (table) => {
    // The foreign key needs an index of its own.
    table.index(['order_reference']);
    table.dropIndex(['order_reference', 'expires_at']);
  });
  await knex.schema.alterTable('attempts', (table) => {
    table.dropColumn('not_before');
  });
}
