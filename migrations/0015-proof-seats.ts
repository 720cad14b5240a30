import type { Knex } from 'knex';

/** One proof may serve several seats; the file is kept until the last of them needs it no more. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('proof_seats', (table) => {
    table.string('proof_id', 64).collate('utf8mb4_bin').notNullable();
    table.integer('seat').unsigned().notNullable();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.datetime('keep_until', { precision: 3 }).notNullable();
    table.datetime('replaced_at', { precision: 3 });
    table.primary(['proof_id', 'seat']);
    table.index(['order_reference', 'seat']);
    table.foreign('proof_id').references('proofs.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('proof_seats');
}
