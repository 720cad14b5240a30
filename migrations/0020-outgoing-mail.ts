import type { Knex } from 'knex';

/** One row a letter, written with the change that asks for it; no body, the words are made when it is sent. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('outgoing_mail', (table) => {
    table.bigIncrements('id');
    table.string('letter_key', 255).collate('utf8mb4_bin').notNullable().unique();
    table.string('kind', 20).notNullable();
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin');
    // absent for a letter that no story owns
    table.integer('story_seq').unsigned();
    table.string('language', 2).notNullable();
    table.json('about').notNullable();
    table.string('recipient', 20).notNullable();
    table.bigInteger('reviewer_id');
    // only of letters that no story owns
    table.string('address', 320);
    table.string('state', 20).notNullable();
    table.string('message_id', 255).collate('utf8mb4_bin');
    table.datetime('created_at', { precision: 3 }).notNullable();
    table.datetime('sent_at', { precision: 3 });
    table.datetime('ended_at', { precision: 3 });
    table.text('why');
    table.index(['order_reference', 'story_seq']);
    table.index(['state', 'created_at']);
    table.index(['message_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('outgoing_mail');
}
