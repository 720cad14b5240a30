import type { Knex } from 'knex';

/** An order of nothing is paid by nothing: it has a line in the till like any other, under a method of its own. */
export async function up(knex: Knex): Promise<void> {
  await knex('payment_methods').insert({ code: 'GRATUIT', name: 'Gratuit' }).onConflict('code').ignore();
}

export async function down(knex: Knex): Promise<void> {
  await knex('payment_methods').where({ code: 'GRATUIT' }).delete();
}
