import type { Knex } from 'knex';

/** The ledger of what came in: stored before anything else, judged once. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('inbound_mail', (table) => {
    table.bigIncrements('id');
    table.string('mailbox', 191).collate('utf8mb4_bin').notNullable();
    table.string('uid_validity', 20).collate('utf8mb4_bin').notNullable();
    table.bigInteger('uid').notNullable();
    table.bigInteger('size').notNullable();
    table.datetime('received_at', { precision: 3 }).notNullable();
    table.integer('tries').unsigned().notNullable().defaultTo(0);
    table.string('dedupe_key', 191).collate('utf8mb4_bin').unique();
    table.string('verdict', 40);
    table.text('why');
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin');
    table.integer('review_no').unsigned();
    table.bigInteger('reviewer_id');
    table.string('sender', 320);
    table.text('subject');
    table.text('message_id');
    table.text('extract');
    table.text('not_understood');
    table.boolean('needs_a_person').notNullable().defaultTo(false);
    table.string('settled_how', 20);
    table.string('settled_by', 191);
    table.datetime('settled_at', { precision: 3 });
    table.text('settled_reason');
    table.unique(['mailbox', 'uid_validity', 'uid']);
    table.index(['needs_a_person', 'settled_at', 'id']);
    table.index(['order_reference']);
    table.index(['received_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('inbound_mail');
}
