import type { Knex } from 'knex';

/** What one pays as whom, and what must be shown for it (docs/domain.md 3). */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('tariffs', (table) => {
    table.string('code', 16).collate('utf8mb4_bin').primary();
    table.integer('sort').unsigned().notNullable();
    table.json('name').notNullable();
    table.boolean('needs_proof').notNullable();
    table.boolean('health').notNullable();
    table.string('companionship', 10);
    table.integer('max_per_order').unsigned();
    // kind and parameters of the rule, and its words with {date} for the day of the performance
    table.json('validity_rule').notNullable();
    table.json('validity').notNullable();
    // days that an accepted proof is kept after the decision
    table.integer('retention_days').unsigned().notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('tariffs');
}
