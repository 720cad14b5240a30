import type { Knex } from 'knex';

/**
 * Stories of an earlier release took a seat of 0 € that was given up for money that is owed: « à rembourser » for ever. What owes
 * nothing is told as the story of this release tells it.
 */
export async function up(knex: Knex): Promise<void> {
  await toldAgain(knex)
    .whereNotExists(seats(knex).whereNot('delivery', 'void'))
    .update({ payment: 'paid', status: 'cancelled', waits_for: 'nobody' });
  await toldAgain(knex).update({ payment: 'paid', status: 'released', waits_for: 'performance' });
}

/** Nothing was owed before either. */
export async function down(): Promise<void> {
  return Promise.resolve();
}

function toldAgain(knex: Knex) {
  return knex('orders').where({ status: 'refund-due' }).whereNotExists(owing(knex));
}

function seats(knex: Knex) {
  return knex('positions').whereRaw('positions.order_reference = orders.reference').select('positions.no');
}

function owing(knex: Knex) {
  const paid = 'price + fee + delivery_share + case when upgraded_at is null then 0 else to_full_price end';
  return seats(knex).where({ delivery: 'void' }).whereNull('refunded_at').whereRaw(`${paid} > 0`);
}
