import type { Knex } from 'knex';

/** Who of the venue looked at, or downloaded, a proof: kept for a year. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('proof_views', (table) => {
    table.bigIncrements('id');
    table.string('proof_id', 64).collate('utf8mb4_bin').notNullable();
    table.string('actor', 191).notNullable();
    table.string('how', 20).notNullable();
    table.datetime('at', { precision: 3 }).notNullable();
    table.index(['proof_id', 'at']);
    table.index(['at']);
    table.foreign('proof_id').references('proofs.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('proof_views');
}
