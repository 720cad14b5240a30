import type { Knex } from 'knex';
import { storyOf } from '../../domain/order/start';
import type { Companionship, OrderState, PaymentState, ProofState } from '../../domain/order/state';
import { venueById } from '../catalogue/venue';
import { parseJson } from '../column-values';
import { PAID_AT_FIRST } from './paid-for-seat';

interface Row {
  readonly reference: string;
  readonly payment: PaymentState;
  readonly total: number;
  readonly paid_at: Date | null;
  readonly story: unknown;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly venue_id: number;
}

export async function storyOfOrder(knex: Knex, reference: string): Promise<OrderState | undefined> {
  const row: Row | undefined = await knex('orders')
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .where('orders.reference', reference)
    .first('orders.reference', 'payment', 'total', 'paid_at', 'story', 'starts_at', 'ends_at', 'venue_id');
  if (!row) return undefined;
  return row.story === null ? firstState(knex, row) : parseJson(row.story);
}

interface SeatRow {
  readonly no: number;
  readonly proof: ProofState;
  readonly companionship: Companionship | null;
  readonly paid: number | string;
}

async function firstState(knex: Knex, row: Row): Promise<OrderState | undefined> {
  const { payment, paid_at: paidAt } = row;
  if (paidAt === null || (payment !== 'paid' && payment !== 'refund-due')) return undefined;
  const venue = await venueById(knex, row.venue_id);
  const seats: readonly SeatRow[] = await knex('positions')
    .where({ order_reference: row.reference })
    .orderBy('no')
    .select('no', 'proof', 'companionship', { paid: knex.raw(PAID_AT_FIRST) });
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
      free: Number(paid) === 0,
    })),
  });
}

export async function missingStories(knex: Knex, paidBefore: string, limit: number): Promise<readonly string[]> {
  return knex('orders').where('untold_since', '<', new Date(paidBefore)).orderBy('untold_since').limit(limit).pluck('reference');
}

/** `summary` gives an order that is over one of the last of these words; the others are orders without a payment. */
const CLOSED = ['over', 'cancelled', 'refunded', 'awaiting-payment', 'expired'];

export async function openStories(knex: Knex, after: string, limit: number): Promise<readonly string[]> {
  return knex('orders').where('reference', '>', after).whereNotIn('status', CLOSED).orderBy('reference').limit(limit).pluck('reference');
}
