import type { Knex } from 'knex';
import type { ReviewKey } from '../../ports/mail/inbound-mail';
import { parseJson } from '../column-values';

interface Row {
  readonly order_reference: string;
  readonly review_no: number;
  readonly reviewer_id: number;
  readonly state: ReviewKey['state'];
  readonly seats: unknown;
  readonly name: string;
  readonly address: string;
  readonly active: number;
  readonly venue_id: number;
  readonly seats_in_order: number;
}

export async function reviewByToken(knex: Knex, tokenHash: string): Promise<ReviewKey | undefined> {
  const seatsInOrder = knex('positions').count('*').whereRaw('positions.order_reference = asked.order_reference');
  const row: Row | undefined = await knex({ asked: 'review_reviewers' })
    .join('reviews', { 'reviews.order_reference': 'asked.order_reference', 'reviews.no': 'asked.review_no' })
    .join('reviewers', 'reviewers.id', 'asked.reviewer_id')
    .where('asked.token_hash', tokenHash)
    .first('asked.*', 'reviews.seats', 'reviewers.name', 'reviewers.address', 'reviewers.active', 'reviewers.venue_id', {
      seats_in_order: seatsInOrder,
    });
  if (!row) return undefined;
  const colleagues: readonly string[] = await knex('reviewers')
    .where({ venue_id: row.venue_id, active: true })
    .whereNot({ id: row.reviewer_id })
    .pluck('address');
  return keyOf(row, colleagues);
}

function keyOf(row: Row, colleagues: readonly string[]): ReviewKey {
  return {
    order: row.order_reference,
    review: row.review_no,
    reviewer: row.reviewer_id,
    reviewerName: row.name,
    addresses: [row.address],
    colleagues,
    state: row.active ? row.state : 'retired',
    seats: parseJson(row.seats),
    seatsInOrder: row.seats_in_order,
    venueId: row.venue_id,
  };
}
