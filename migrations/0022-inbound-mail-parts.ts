import type { Knex } from 'knex';

/** The raw bytes, cut so that no packet is larger than a server takes by default (16 MB in MariaDB). */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('inbound_mail_parts', (table) => {
    table.bigInteger('mail_id').unsigned().notNullable();
    table.integer('no').unsigned().notNullable();
    table.specificType('bytes', 'mediumblob').notNullable();
    table.primary(['mail_id', 'no']);
    table.foreign('mail_id').references('inbound_mail.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('inbound_mail_parts');
}
