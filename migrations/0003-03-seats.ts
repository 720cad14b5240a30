import type { Knex } from 'knex';

/** The plan of a room: one row a place, also where one sits freely (then without row and seat). */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('seats', (table) => {
    table.bigIncrements('id');
    table.bigInteger('room_id').unsigned().notNullable();
    table.string('category', 20).collate('utf8mb4_bin').notNullable();
    // best places first; the same in every performance
    table.integer('sort').unsigned().notNullable();
    table.string('row_label', 10);
    table.string('seat_label', 10);
    table.string('entrance', 120).notNullable();
    table.unique(['room_id', 'sort']);
    table.foreign(['room_id', 'category']).references(['room_id', 'code']).inTable('seat_categories');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('seats');
}
