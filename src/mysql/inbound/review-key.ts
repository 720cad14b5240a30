import type { Knex } from 'knex';
import type { ReviewKey } from '../../ports/mail/inbound-mail';
import { columns, computed, firstOf, type Selected } from '../rows';
import { reviewSeats } from '../schema/json-columns';

const KEY = {
  ...columns('asked:review_reviewers', 'order_reference', 'review_no', 'reviewer_id', 'state'),
  ...columns('reviewers', 'name', 'address', 'active', 'venue_id'),
  seats: 'reviews.seats',
} as const;

type KeyRow = Selected<typeof KEY> & { readonly seats_in_order: number };

export async function reviewByToken(knex: Knex, tokenHash: string): Promise<ReviewKey | undefined> {
  const seatsInOrder = knex('positions').count('*').whereRaw('positions.order_reference = asked.order_reference');
  const asked = knex({ asked: 'review_reviewers' })
    .join('reviews', { 'reviews.order_reference': 'asked.order_reference', 'reviews.no': 'asked.review_no' })
    .join('reviewers', 'reviewers.id', 'asked.reviewer_id')
    .where('asked.token_hash', tokenHash);
  const row = await firstOf(asked, { ...KEY, seats_in_order: computed<number>(seatsInOrder) });
  if (!row) return undefined;
  const colleagues = await knex('reviewers')
    .where({ venue_id: row.venue_id, active: true })
    .whereNot({ id: row.reviewer_id })
    .pluck('address');
  return keyOf(row, colleagues);
}

function keyOf(row: KeyRow, colleagues: readonly string[]): ReviewKey {
  return {
    order: row.order_reference,
    review: row.review_no,
    reviewer: row.reviewer_id,
    reviewerName: row.name,
    addresses: [row.address],
    colleagues,
    state: row.active ? row.state : 'retired',
    seats: reviewSeats(row.seats),
    seatsInOrder: row.seats_in_order,
    venueId: row.venue_id,
  };
}
