import type { Knex } from 'knex';

/** One row for each place of each performance, whatever the seating: a place is one person, so nothing is oversold. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('performance_places', (table) => {
    table.bigIncrements('id');
    table.bigInteger('performance_id').unsigned().notNullable();
    table.string('category', 20).collate('utf8mb4_bin').notNullable();
    table.integer('sort').unsigned().notNullable();
    table.string('row_label', 10);
    table.string('seat_label', 10);
    table.string('entrance', 120).notNullable();
    // free, held (until held_until), sold, closed (kept from sale)
    table.string('status', 10).collate('utf8mb4_bin').notNullable();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin');
    table.integer('position_no').unsigned();
    table.datetime('held_until', { precision: 3 });
    table.unique(['performance_id', 'sort']);
    table.index(['performance_id', 'category', 'status', 'sort']);
    table.index(['order_reference', 'position_no']);
    table.foreign('performance_id').references('performances.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('performance_places');
}
