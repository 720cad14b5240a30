import type { Knex } from 'knex';

/** Every change of an order, in order: who, by which door, which seats. No free text. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_events', (table) => {
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.integer('seq').unsigned().notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.string('kind', 40).notNullable();
    table.string('actor', 40).notNullable();
    table.string('door', 20).notNullable();
    table.json('detail').notNullable();
    table.primary(['order_reference', 'seq']);
    table.index(['at']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('audit_events');
}
