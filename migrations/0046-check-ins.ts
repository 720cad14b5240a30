import type { Knex } from 'knex';

/**
 * Every ticket that was shown at a door, and what the door was told. The id is made by whoever scans: an entry that was
 * kept while the network was away, and sent twice, is one row.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('check_ins', (table) => {
    table.specificType('id', 'char(36)').collate('utf8mb4_bin').primary();
    table.bigInteger('performance_id').unsigned().notNullable();
    table.bigInteger('ticket_number').notNullable();
    table.string('verdict', 20).collate('utf8mb4_bin').notNullable();
    // admitted by a device that was on its own, from its list and the public key
    table.boolean('offline').notNullable();
    table.boolean('proof_seen').notNullable();
    table.string('actor', 40).notNullable();
    // when it was shown, and when we heard of it
    table.datetime('at', { precision: 3 }).notNullable();
    table.datetime('received_at', { precision: 3 }).notNullable();
    table.datetime('taken_back_at', { precision: 3 });
    table.string('taken_back_by', 40);
    table.index(['performance_id', 'at']);
    table.index(['ticket_number', 'at']);
    table.foreign('performance_id').references('performances.id');
    table.foreign('ticket_number').references('tickets.number');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('check_ins');
}
