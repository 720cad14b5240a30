import type { Knex } from 'knex';
import type { SeatNo } from '../../domain/decision/decision';
import type { TicketsToStop } from '../../ports/story-record';

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
