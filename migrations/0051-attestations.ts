import type { Knex } from 'knex';

/** What a person confirmed when they accepted (docs/domain.md 4.2): the very sentence, under the command that it came with. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('attestations', (table) => {
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.string('command', 191).collate('utf8mb4_bin').notNullable();
    table.string('sentence', 500).notNullable();
    table.string('author', 40).notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.primary(['order_reference', 'command']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('attestations');
}
