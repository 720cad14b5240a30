import { keptAddress } from '../../domain/mail-address';
import type { Knex } from 'knex';
import { valuesOf } from '../rows';

/** However the address is typed, it is sought as it is kept. */
export async function upcomingOf(knex: Knex, email: string, { now, limit }: { now: string; limit: number }): Promise<readonly string[]> {
  const orders = knex('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .join('performances', 'performances.id', 'orders.performance_id')
    .where('customers.email', keptAddress(email))
    .where('performances.ends_at', '>', new Date(now))
    .whereNot('orders.payment', 'expired')
    .orderBy(['performances.starts_at', 'orders.reference'])
    .limit(limit);
  return valuesOf(orders, 'orders.reference');
}
