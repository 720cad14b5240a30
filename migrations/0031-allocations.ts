import type { Knex } from 'knex';

/** Places kept for one way of selling, « réserve ». A place without one is shared by all that have none. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('allocations', (table) => {
    table.bigInteger('performance_id').unsigned().notNullable();
    table.string('code', 40).collate('utf8mb4_bin').notNullable();
    table.string('name', 120).notNullable();
    table.primary(['performance_id', 'code']);
    table.foreign('performance_id').references('performances.id');
  });
  await knex.schema.alterTable('performance_places', (table) => {
    table.string('allocation', 40).collate('utf8mb4_bin');
    table.index(['performance_id', 'category', 'status', 'allocation', 'sort'], 'performance_places_choice');
    table.dropIndex(['performance_id', 'category', 'status', 'sort']);
    table
      .foreign(['performance_id', 'allocation'], 'performance_places_allocation')
      .references(['performance_id', 'code'])
      .inTable('allocations');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('performance_places', (table) => {
    table.dropForeign(['performance_id', 'allocation'], 'performance_places_allocation');
  });
  await knex.schema.alterTable('performance_places', (table) => {
    table.index(['performance_id', 'category', 'status', 'sort']);
    table.dropIndex([], 'performance_places_choice');
    // InnoDB keeps an index for a foreign key that is gone
    table.dropIndex([], 'performance_places_allocation');
    table.dropColumn('allocation');
  });
  await knex.schema.dropTable('allocations');
}
