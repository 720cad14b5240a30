import type { Knex } from 'knex';

/** What the places of a room are worth. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('seat_categories', (table) => {
    table.bigInteger('room_id').unsigned().notNullable();
    table.string('code', 20).collate('utf8mb4_bin').notNullable();
    table.string('name', 120).notNullable();
    table.integer('sort').unsigned().notNullable();
    table.primary(['room_id', 'code']);
    table.foreign('room_id').references('rooms.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('seat_categories');
}
