import type { Knex } from 'knex';
import { summary } from '../../domain/order/summary';
import { nextTimer } from '../../domain/order/timers';
import type { PaymentVerdict } from '../../ports/sale/payments';
import { SOLD } from '../orders/place-states';
import { columns, rowsOf, type Selected } from '../rows';
import type { Row } from '../schema/tables';
import { storyOfOrder } from '../orders/stories';

/** `taken_over_by`: what has its places since it was given up, a basket or another order. */
export type LockedOrder = Pick<Row<'orders'>, 'reference' | 'payment' | 'expires_at' | 'taken_over_by'>;

export async function lockPaidOrder(trx: Knex.Transaction, reference: string): Promise<LockedOrder | undefined> {
  return trx('orders').where({ reference }).forUpdate().first('reference', 'payment', 'expires_at', 'taken_over_by');
}

/** What money for the whole order means, by where the order stands when it arrives. */
export async function payOrder(trx: Knex.Transaction, order: LockedOrder, at: Date): Promise<PaymentVerdict> {
  if (order.payment === 'pending' || order.payment === 'failed') {
    await sellHeldPlaces(trx, order.reference);
    await writePaid(trx, order.reference, { payment: 'paid', at });
    return at <= order.expires_at ? 'paid' : 'paid-late-seats-kept';
  }
  if (order.payment === 'expired') {
    const kept = await takePlacesAgain(trx, order);
    await writePaid(trx, order.reference, { payment: kept ? 'paid' : 'refund-due', at });
    return kept ? 'paid-late-seats-kept' : 'refund-due';
  }
  return 'second';
}

async function sellHeldPlaces(trx: Knex.Transaction, order: string): Promise<void> {
  await trx('performance_places').where({ order_reference: order, status: 'held' }).update(SOLD);
}

const POSITION = {
  ...columns('positions', 'no', 'place_id', 'category'),
  ...columns('performance_places', 'performance_id', 'allocation'),
  seating: 'rooms.seating',
} as const;

/**
 * The very seats that the spectator chose; where one sits freely any place is the same one. All of them, or none. Those that
 * the spectator's own basket keeps since they gave the order up are theirs, too.
 */
async function takePlacesAgain(trx: Knex.Transaction, { reference: order, taken_over_by }: LockedOrder): Promise<boolean> {
  const sold = trx('positions')
    .join('performance_places', 'performance_places.id', 'positions.place_id')
    .join('performances', 'performances.id', 'performance_places.performance_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .where('positions.order_reference', order)
    .orderBy('positions.place_id');
  const positions = await rowsOf(sold, POSITION);
  const places = new Map<number, number>();
  for (const position of positions) {
    const id = await freePlace(trx, position, { taken: [...places.values()], basket: taken_over_by ?? '' });
    if (id === undefined) return false;
    places.set(position.no, id);
  }
  for (const [no, id] of places) {
    await trx('performance_places')
      .where({ id })
      .update({ ...SOLD, basket: null, order_reference: order, position_no: no });
    await trx('positions').where({ order_reference: order, no }).update({ place_id: id });
  }
  return true;
}

async function freePlace(
  trx: Knex.Transaction,
  position: Selected<typeof POSITION>,
  { taken, basket }: { readonly taken: readonly number[]; readonly basket: string },
): Promise<number | undefined> {
  const { performance_id, category, allocation, place_id: id, seating } = position;
  const free = trx('performance_places')
    .where({ performance_id, category, allocation })
    .whereRaw("(status = 'free' or (status = 'held' and basket = ?))", [basket])
    .whereNotIn('id', [...taken]);
  const row = await (seating === 'numbered' ? free.where({ id }) : free.orderByRaw("status = 'held' desc, sort")).forUpdate().first('id');
  return row?.id;
}

/** As the story will begin: it may start a little later, and lists must not wait for it. */
async function writePaid(
  trx: Knex.Transaction,
  reference: string,
  { payment, at }: { readonly payment: 'paid' | 'refund-due'; readonly at: Date },
): Promise<void> {
  await trx('orders').where({ reference }).update({ payment, paid_at: at });
  const story = await storyOfOrder(trx, reference);
  if (!story) throw new Error(`Order ${reference} is paid and has no story.`);
  const { status, waitsFor } = summary(story);
  const timer = nextTimer(story);
  await trx('orders')
    .where({ reference })
    .update({
      status,
      waits_for: waitsFor,
      waits_since: at,
      deadline_at: new Date(story.deadlineAt),
      next_timer_at: timer ? new Date(timer.at) : null,
    });
  if (payment === 'refund-due') await voidPositions(trx, reference, at);
}

async function voidPositions(trx: Knex.Transaction, order: string, at: Date): Promise<void> {
  await trx('positions').where({ order_reference: order }).update({ delivery: 'void', voided_at: at });
  await trx('positions').where({ order_reference: order, proof: 'awaiting-proof' }).update({ proof: 'refunded' });
}
