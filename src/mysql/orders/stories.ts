import type { Knex } from 'knex';
import { storyOf } from '../../domain/order/start';
import type { OrderState } from '../../domain/order/state';
import type { OrderStatus } from '../../domain/order/summary';
import { venueById } from '../catalogue/venue';
import { columns, computed, firstOf, rowsOf, type Selected } from '../rows';
import { orderStory } from '../schema/story-column';
import { PAID_AT_FIRST } from './paid-for-seat';

const ORDER = {
  ...columns('orders', 'reference', 'payment', 'total', 'paid_at', 'story'),
  ...columns('performances', 'starts_at', 'ends_at'),
  venue_id: 'rooms.venue_id',
} as const;

export async function storyOfOrder(knex: Knex, reference: string): Promise<OrderState | undefined> {
  const order = knex('orders')
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .where('orders.reference', reference);
  const row = await firstOf(order, ORDER);
  if (!row) return undefined;
  return row.story === null ? firstState(knex, row) : orderStory(row.story);
}

async function firstState(knex: Knex, row: Selected<typeof ORDER>): Promise<OrderState | undefined> {
  const { payment, paid_at: paidAt } = row;
  if (paidAt === null || (payment !== 'paid' && payment !== 'refund-due')) return undefined;
  const venue = await venueById(knex, row.venue_id);
  const sold = knex('positions').where({ order_reference: row.reference }).orderBy('no');
  const paidFor = { paid: computed<number>(knex.raw(PAID_AT_FIRST)) };
  const seats = await rowsOf(sold, { ...columns('positions', 'no', 'proof', 'companionship'), ...paidFor });
  return storyOf({
    order: row.reference,
    venue: venue.id,
    paidAt: paidAt.getTime(),
    performanceAt: row.starts_at.getTime(),
    overAt: row.ends_at.getTime(),
    policy: venue.policy,
    payment,
    free: row.total === 0,
    // as it was sold: the tariff may ask otherwise by now
    seats: seats.map(({ no, proof, companionship, paid }) => ({
      no,
      needsProof: proof !== 'not-required',
      proofSeen: proof === 'approved',
      companionship: companionship ?? undefined,
      free: paid === 0,
    })),
  });
}

export async function missingStories(knex: Knex, paidBefore: string, limit: number): Promise<readonly string[]> {
  return knex('orders').where('untold_since', '<', new Date(paidBefore)).orderBy('untold_since').limit(limit).pluck('reference');
}

/** `summary` gives an order that is over one of the last of these words; the others are orders without a payment. */
const CLOSED: readonly OrderStatus[] = ['over', 'cancelled', 'refunded', 'awaiting-payment', 'expired'];

export async function openStories(knex: Knex, after: string, limit: number): Promise<readonly string[]> {
  return knex('orders')
    .where('reference', '>', after)
    .whereNotIn('status', [...CLOSED])
    .orderBy('reference')
    .limit(limit)
    .pluck('reference');
}
