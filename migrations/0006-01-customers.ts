import type { Knex } from 'knex';

/** Who buys. Two people who share an e-mail address are two customers. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('customers', (table) => {
    table.bigIncrements('id');
    table.string('name', 200).notNullable();
    table.string('email', 320).notNullable();
    table.unique(['email', 'name']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('customers');
}
