import type { Knex } from 'knex';

/** What was decided of each seat; a row taken back stays. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('decisions', (table) => {
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.string('command', 191).collate('utf8mb4_bin').notNullable();
    table.integer('seat').unsigned().notNullable();
    table.integer('review_no').unsigned();
    table.string('kind', 20).notNullable();
    table.string('reason', 40);
    table.string('note_ref', 191).collate('utf8mb4_bin');
    table.string('actor', 40).notNullable();
    table.string('door', 20).notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.datetime('settles_at', { precision: 3 });
    table.datetime('taken_back_at', { precision: 3 });
    table.string('taken_back_command', 191).collate('utf8mb4_bin');
    table.primary(['order_reference', 'command', 'seat']);
    table.index(['order_reference', 'seat', 'at']);
    table.index(['order_reference', 'taken_back_command']);
    table.foreign('order_reference').references('orders.reference');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('decisions');
}
