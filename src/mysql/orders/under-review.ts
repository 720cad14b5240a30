import type { Knex } from 'knex';

/** The least time left first: until the deadline of the proofs or, without one, the performance. */
export async function mostPressing(knex: Knex, limit: number): Promise<readonly string[]> {
  return knex('orders')
    .join('performances', 'performances.id', 'orders.performance_id')
    .where({ 'orders.status': 'under-review' })
    .orderByRaw('coalesce(orders.deadline_at, performances.starts_at), orders.reference')
    .limit(limit)
    .pluck('orders.reference');
}

export async function countUnderReview(knex: Knex): Promise<number> {
  const row = await knex('orders').where({ status: 'under-review' }).count({ count: '*' }).first();
  return Number(row?.count);
}
