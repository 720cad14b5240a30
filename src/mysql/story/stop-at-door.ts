import type { Knex } from 'knex';
import type { SeatNo } from '../../domain/decision/decision';
import type { DeliveryState } from '../../domain/order/state';
import type { TicketsToStop } from '../../ports/story-record';
import { inTransaction } from '../transaction';

/** The rows are those that an entry locks (check-ins.ts): of an entry and a cancellation at once, one is first, and the other hears of it. */
export async function stopAtDoor(trx: Knex.Transaction, { order, seats, at }: TicketsToStop): Promise<readonly SeatNo[]> {
  const rows = await trx('tickets')
    .where({ order_reference: order })
    .whereIn('seat', [...seats])
    .whereNot({ admission: 'cancelled' })
    .orderBy('number')
    .forUpdate()
    .select('number', 'seat', 'admission');
  const inside = rows.filter(({ admission }) => admission === 'used').map(({ seat }) => seat);
  if (inside.length === 0)
    await trx('tickets')
      .whereIn(
        'number',
        rows.map(({ number }) => number),
      ) // prettier-ignore
      .update({ admission: 'cancelled', cancelled_at: new Date(at) });
  return inside;
}

/** A ticket that has left, or is about to, is good; one of a seat that was given up meanwhile stays cancelled. */
const OUT: readonly DeliveryState[] = ['ready', 'sent', 'failed'];

export function allowAtDoor(trx: Knex.Transaction, { order, seats, at }: TicketsToStop): Promise<void> {
  return letIn(trx, order, (stopped) => void stopped.whereIn('seat', [...seats]).where({ cancelled_at: new Date(at) }));
}

/** Of a story that was lost between the stop at the door and what became of it. */
export function allowStanding(knex: Knex, order: string): Promise<void> {
  return inTransaction(knex, (trx) => letIn(trx, order, () => undefined));
}

/** The order first, as every change of it does (order-row.ts). */
async function letIn(trx: Knex.Transaction, order: string, which: (stopped: Knex.QueryBuilder) => void): Promise<void> {
  await trx('orders').where({ reference: order }).forUpdate().first('reference');
  const standing = trx('positions')
    .where({ order_reference: order })
    .whereIn('delivery', [...OUT])
    .whereRaw('positions.no = tickets.seat and positions.release_no = tickets.release_no');
  await trx('tickets')
    .where({ order_reference: order, admission: 'cancelled' })
    .modify(which)
    .whereExists(standing)
    .update({ admission: 'valid', cancelled_at: null });
}
