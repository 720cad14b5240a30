import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { FormerOrder, OrderedSeats } from '../../ports/sale/baskets';
import { columns, rowsOf } from '../rows';
import type { Row } from '../schema/tables';

const SEAT = { tariff: 'positions.tariff_code', category: 'positions.category', place: 'positions.place_id' } as const;

/** The order is over as if its time were: money that still arrives for it finds the places in the basket (paid-order.ts), or is owed back. */
export async function takeOver(
  trx: Knex.Transaction,
  order: string,
  { basket: fresh, now }: { readonly basket: string; readonly now: Date },
): Promise<OrderedSeats> {
  const row = await trx('orders')
    .where({ reference: order })
    .forUpdate()
    .first('performance_id', 'delivery_method', 'payment', 'taken_over_by');
  if (!row) throw new Refusal('order-not-found', `No order ${order}.`);
  if (!['pending', 'failed', 'expired'].includes(row.payment))
    throw new Refusal('payment-not-open', `Order ${order} is ${row.payment}.`, { state: row.payment });
  const basket = (await keepingBasket(trx, row)) ?? fresh;
  await trx('orders').where({ reference: order }).update({ taken_over_by: basket });
  await passOn(trx, order, basket);
  if (row.payment !== 'expired') {
    await trx('orders')
      .where({ reference: order })
      .update({ payment: 'expired', status: 'expired', waits_for: 'nobody', waits_since: now });
    await trx('performance_places')
      .where({ order_reference: order, status: 'held' })
      .update({ basket, order_reference: null, position_no: null });
  }
  const seats = await rowsOf(trx('positions').where({ order_reference: order }).orderBy('no'), SEAT);
  return { basket, performanceId: row.performance_id, deliveryMethod: row.delivery_method, seats };
}

/** Asked for a second time, by a double click or in another tab. */
async function keepingBasket(
  trx: Knex.Transaction,
  { taken_over_by: basket }: Pick<Row<'orders'>, 'taken_over_by'>,
): Promise<string | undefined> {
  if (basket === null) return undefined;
  const place: unknown = await trx('performance_places').where({ basket, status: 'held' }).first('id');
  return place === undefined ? undefined : basket;
}

/** What was given up for a basket was given up for the order placed from it, and for the basket that this one becomes. */
export async function passOn(trx: Knex.Transaction, from: string, to: string): Promise<void> {
  // Looked for without a lock first: most baskets come from no order, and a gap of the index would be locked for everybody.
  const former = await trx('orders').where({ taken_over_by: from }).pluck('reference');
  if (former.length > 0)
    await trx('orders')
      .whereIn('reference', [...former])
      .update({ taken_over_by: to });
}

export async function formerOrders(knex: Knex, basketOrOrder: string): Promise<readonly FormerOrder[]> {
  const former = knex('orders')
    .where({ taken_over_by: basketOrOrder })
    .orderBy([{ column: 'placed_at', order: 'desc' }, 'reference']);
  return rowsOf(former, { ...columns('orders', 'reference', 'payment'), performanceId: 'orders.performance_id' });
}

export async function takenOverBy(knex: Knex, order: string): Promise<string | undefined> {
  const row = await knex('orders').where({ reference: order }).first('taken_over_by');
  return row?.taken_over_by ?? undefined;
}
