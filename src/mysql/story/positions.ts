import type { OrderEvent } from '../../domain/order/event';
import type { Seat } from '../../domain/order/state';
import { paidFor } from '../orders/paid-for-seat';
import type { Row } from '../schema/tables';
import type { Writing } from './writing';

const WRITTEN = ['no', 'proof', 'delivery', 'reason', 'release_no'] as const;

type Position = Pick<Row<'positions'>, (typeof WRITTEN)[number]>;

/** Writes the seats that differ from their rows. */
export async function writePositions(writing: Writing): Promise<void> {
  const { trx, change } = writing;
  const rows = await trx('positions')
    .where({ order_reference: change.state.order })
    .select(...WRITTEN);
  for (const seat of change.state.seats) {
    const row = rows.find(({ no }) => no === seat.no);
    if (!row) throw new Error(`Order ${change.state.order} has no row for its seat ${seat.no}.`);
    await writePosition(writing, row, seat);
  }
  if (MOVES_A_DIFFERENCE.includes(change.event.kind)) await writeTotal(writing);
}

const MOVES_A_DIFFERENCE: readonly OrderEvent['kind'][] = ['payment-received', 'difference-taken', 'difference-given-back'];

/** The total is what the seats cost: the difference to the full tariff too, once it was settled. */
async function writeTotal({ trx, change }: Writing): Promise<void> {
  const { order } = change.state;
  const total = await paidFor(trx, trx('positions').where({ order_reference: order }));
  await trx('orders').where({ reference: order }).update({ total });
}

async function writePosition({ trx, change, at }: Writing, row: Position, seat: Seat): Promise<void> {
  const { proof, delivery, reason, release_no } = wanted(row, seat);
  const isGivenBack = change.event.kind === 'difference-given-back' && change.event.seat === seat.no;
  if (row.proof === proof && row.delivery === delivery && row.reason === reason && row.release_no === release_no) return;
  await trx('positions')
    .where({ order_reference: change.state.order, no: seat.no })
    .update({
      ...{ proof, delivery, reason, release_no },
      ...(proof === 'upgraded' && row.proof !== 'upgraded' ? { upgraded_at: at } : {}),
      ...(isGivenBack ? { upgraded_at: null } : {}),
    });
}

function wanted(row: Position, seat: Seat): Omit<Position, 'no'> {
  const { proof } = seat;
  const release_no = seat.release ?? null;
  // The letter has left (letters.ts wrote that) before the story heard of it: `ready` is older news.
  const knowsMore = seat.delivery === 'ready' && row.release_no === release_no && (row.delivery === 'sent' || row.delivery === 'failed');
  return { proof, delivery: knowsMore ? row.delivery : seat.delivery, reason: seat.reason ?? null, release_no };
}
