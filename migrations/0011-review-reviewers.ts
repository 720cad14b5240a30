import type { Knex } from 'knex';

/** Who was asked, and the hash of the secret in their reply address. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('review_reviewers', (table) => {
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.integer('review_no').unsigned().notNullable();
    table.bigInteger('reviewer_id').notNullable();
    table.integer('version').unsigned().notNullable();
    table.specificType('token_hash', 'char(64)').collate('utf8mb4_bin').notNullable().unique();
    table.string('state', 20).notNullable();
    table.primary(['order_reference', 'review_no', 'reviewer_id']);
    table.foreign(['order_reference', 'review_no']).references(['order_reference', 'no']).inTable('reviews');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('review_reviewers');
}
