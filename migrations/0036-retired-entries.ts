import type { Knex } from 'knex';

const TABLES = ['till_operators', 'sales_channels', 'payment_methods', 'proof_types', 'tariffs', 'rooms', 'shows'] as const;

/** What was sold refers to them for ever, so they are retired rather than deleted; as delivery methods are already. */
export async function up(knex: Knex): Promise<void> {
  for (const name of TABLES) {
    await knex.schema.alterTable(name, (table) => {
      table.boolean('active').notNullable().defaultTo(true);
    });
  }
}

export async function down(knex: Knex): Promise<void> {
  for (const name of TABLES) {
    await knex.schema.alterTable(name, (table) => {
      table.dropColumn('active');
    });
  }
}
