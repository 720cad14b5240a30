import type { Knex } from 'knex';

/** What a place of a category costs at a tariff, for a show. Without a row it is not sold so. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('price_grid', (table) => {
    table.bigInteger('show_id').unsigned().notNullable();
    table.string('category', 20).collate('utf8mb4_bin').notNullable();
    table.string('tariff_code', 16).collate('utf8mb4_bin').notNullable();
    table.integer('price').unsigned().notNullable();
    table.integer('fee').unsigned().notNullable();
    table.primary(['show_id', 'category', 'tariff_code']);
    table.foreign('show_id').references('shows.id');
    table.foreign('tariff_code').references('tariffs.code');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('price_grid');
}
