import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { OrderedSeats } from '../../ports/sale/baskets';

interface OrderRow {
  readonly performance_id: number;
  readonly delivery_method: string;
  readonly payment: string;
}

/** The order is over as if its time were, so that its payment may still arrive and find no place: then it is owed back, and told. */
export async function takeOver(
  trx: Knex.Transaction,
  order: string,
  { basket, now }: { readonly basket: string; readonly now: Date },
): Promise<OrderedSeats> {
  const row: OrderRow | undefined = await trx('orders')
    .where({ reference: order })
    .forUpdate()
    .first('performance_id', 'delivery_method', 'payment');
  if (!row) throw new Refusal('order-not-found', `No order ${order}.`);
  if (!['pending', 'failed', 'expired'].includes(row.payment))
    throw new Refusal('payment-not-open', `Order ${order} is ${row.payment}.`, { state: row.payment });
  if (row.payment !== 'expired') {
    await trx('orders')
      .where({ reference: order })
      .update({ payment: 'expired', status: 'expired', waits_for: 'nobody', waits_since: now });
    await trx('performance_places')
      .where({ order_reference: order, status: 'held' })
      .update({ basket, order_reference: null, position_no: null });
  }
  const seats: OrderedSeats['seats'] = await trx('positions')
    .where({ order_reference: order })
    .orderBy('no')
    .select({ tariff: 'tariff_code', category: 'category', place: 'place_id' });
  return { performanceId: row.performance_id, deliveryMethod: row.delivery_method, seats };
}
