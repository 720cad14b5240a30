import type { Knex } from 'knex';

/** The collation compares without capitals (and without accents: who asks looks once more). */
export async function upcomingOf(knex: Knex, email: string, { now, limit }: { now: string; limit: number }): Promise<readonly string[]> {
  return knex('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .join('performances', 'performances.id', 'orders.performance_id')
    .where('customers.email', email)
    .where('performances.ends_at', '>', new Date(now))
    .whereNot('orders.payment', 'expired')
    .orderBy(['performances.starts_at', 'orders.reference'])
    .limit(limit)
    .pluck('orders.reference');
}
