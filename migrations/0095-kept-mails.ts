import type { Knex } from 'knex';

/** Of a mail only the beginning may be kept; of those that hold no secret of ours, no more than the newest. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('inbound_mail', (table) => {
    table.boolean('in_part').notNullable().defaultTo(false);
    table.boolean('stranger').notNullable().defaultTo(false);
    table.index(['stranger', 'id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('inbound_mail', (table) => {
    table.dropIndex(['stranger', 'id']);
    table.dropColumns('in_part', 'stranger');
  });
}
