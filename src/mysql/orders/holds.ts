import type { Knex } from 'knex';
import { inTransaction } from '../transaction';
import { forgetHolders } from './hoarding';
import { FREE } from './place-states';

const BATCH = 100;

/** Orders that somebody is just paying are left to the next time. Counts orders, and places of baskets. */
export async function expireHolds(knex: Knex, now: string): Promise<number> {
  await forgetHolders(knex, new Date(now));
  let expired = await emptyBaskets(knex, new Date(now));
  for (;;) {
    const batch = await inTransaction(knex, (trx) => expireSome(trx, new Date(now)));
    expired += batch;
    if (batch < BATCH) return expired;
  }
}

async function emptyBaskets(knex: Knex, now: Date): Promise<number> {
  return inTransaction(knex, (trx) =>
    trx('performance_places').whereNotNull('basket').where('held_until', '<=', now).where({ status: 'held' }).update(FREE),
  );
}

async function expireSome(trx: Knex.Transaction, now: Date): Promise<number> {
  const orders = await trx('orders')
    .where('hold_until', '<=', now)
    .orderBy('hold_until')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .pluck('reference');
  if (orders.length === 0) return 0;
  await trx('orders')
    .whereIn('reference', [...orders])
    .update({ payment: 'expired', status: 'expired', waits_for: 'nobody', waits_since: now });
  await trx('performance_places')
    .whereIn('order_reference', [...orders])
    .where({ status: 'held' })
    .update(FREE);
  return orders.length;
}
