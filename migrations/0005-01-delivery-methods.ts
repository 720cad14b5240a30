import type { Knex } from 'knex';

/** How tickets reach the spectator. Without a ticket template none can leave before the proof is accepted. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('delivery_methods', (table) => {
    table.string('code', 40).collate('utf8mb4_bin').primary();
    table.integer('sort').unsigned().notNullable();
    table.json('name').notNullable();
    table.integer('price').unsigned().notNullable();
    table.string('template', 40);
    table.boolean('active').notNullable().defaultTo(true);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('delivery_methods');
}
