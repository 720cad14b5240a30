import type { Knex } from 'knex';

/** When and where, and the rules of its sale. The rate of VAT belongs to the performance (domain: first 140 paid ones). */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('performances', (table) => {
    table.bigIncrements('id');
    table.bigInteger('show_id').unsigned().notNullable();
    table.bigInteger('room_id').unsigned().notNullable();
    table.datetime('starts_at', { precision: 3 }).notNullable().index();
    table.datetime('doors_at', { precision: 3 }).notNullable();
    table.datetime('ends_at', { precision: 3 }).notNullable();
    table.integer('vat_rate').unsigned().notNullable();
    table.datetime('sales_open_at', { precision: 3 }).notNullable();
    table.datetime('sales_close_at', { precision: 3 }).notNullable();
    table.integer('max_seats').unsigned().notNullable();
    table.unique(['room_id', 'starts_at']);
    table.foreign('show_id').references('shows.id');
    table.foreign('room_id').references('rooms.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('performances');
}
