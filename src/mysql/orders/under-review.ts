import type { Knex } from 'knex';
import { countOf, valuesOf } from '../rows';

/** The least time left first: until the deadline of the proofs or, without one, the performance. */
export async function mostPressing(knex: Knex, limit: number): Promise<readonly string[]> {
  const waiting = knex('orders')
    .join('performances', 'performances.id', 'orders.performance_id')
    .where('orders.status', 'under-review')
    .orderByRaw('coalesce(orders.deadline_at, performances.starts_at), orders.reference')
    .limit(limit);
  return valuesOf(waiting, 'orders.reference');
}

export async function countUnderReview(knex: Knex): Promise<number> {
  return countOf(knex('orders').where({ status: 'under-review' }));
}
