import type { Knex } from 'knex';

/**
 * `given_at`: the spectator has sent all of these files; the story is told of them then, or by the sweep. `lost_at`: the file
 * cannot be read any more, though its time had not come. `pages` are those that we show, `pages_in_file` those that there are.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('proofs', (table) => {
    table.datetime('given_at', { precision: 3 });
    table.datetime('lost_at', { precision: 3 });
    table.integer('pages_in_file').unsigned();
    table.index(['accepted_at', 'given_at']);
  });
  await knex('proofs').update({ pages_in_file: knex.ref('pages') });
  await knex.schema.alterTable('proofs', (table) => {
    table.integer('pages_in_file').unsigned().notNullable().alter();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('proofs', (table) => {
    table.dropIndex(['accepted_at', 'given_at']);
    table.dropColumns('given_at', 'lost_at', 'pages_in_file');
  });
}
