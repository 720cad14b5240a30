import type { Knex } from 'knex';

const TABLES = ['seats', 'performance_places'] as const;

/** A row may have a name of two words: « Loge présidentielle ». */
export async function up(knex: Knex): Promise<void> {
  await widthOf(knex, 20);
}

export async function down(knex: Knex): Promise<void> {
  await widthOf(knex, 10);
}

async function widthOf(knex: Knex, letters: number): Promise<void> {
  for (const name of TABLES)
    await knex.schema.alterTable(name, (table) => {
      table.string('row_label', letters).nullable().alter();
      table.string('seat_label', letters).nullable().alter();
    });
}
