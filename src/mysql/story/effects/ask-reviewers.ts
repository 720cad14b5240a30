import type { LetterName } from '../../../domain/letter';
import { withdrawLetters } from '../../letters/outgoing-mail';
import type { NewRow } from '../../schema/tables';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** Of a secret that was never revoked. */
const FIRST_VERSION = 1;

/** A row, a secret and a letter for each reviewer of the venue; what was asked before is answered no more. */
export async function askReviewers(writing: Writing, effect: EffectOf<'ask-reviewers'>): Promise<readonly LetterName[]> {
  const { trx, change, at } = writing;
  const { order, venue } = change.state;
  await supersedeOlder(writing, effect);
  await trx('reviews').insert({ order_reference: order, no: effect.review, opened_at: at, seats: JSON.stringify(effect.seats) });
  const reviewers = await trx('reviewers').where({ venue_id: venue, active: true }).orderBy('id').select('id');
  if (reviewers.length === 0) return [];
  await trx('review_reviewers').insert(reviewers.map(({ id }) => reviewerRow(writing, effect.review, id)));
  return reviewers.map(({ id: reviewer }) => ({ kind: 'review-request', order, about: { review: effect.review, reviewer } }));
}

async function supersedeOlder({ trx, change }: Writing, { review }: EffectOf<'ask-reviewers'>): Promise<void> {
  const { order } = change.state;
  if (review === 1) return;
  await trx('reviews').where({ order_reference: order }).whereNull('superseded_by').update({ superseded_by: review });
  await trx('review_reviewers').where({ order_reference: order, state: 'open' }).update({ state: 'superseded' });
  await withdrawLetters(trx, { order, kinds: ['review-request', 'nudge'] });
}

function reviewerRow({ change, secrets }: Writing, review: number, reviewer: number): NewRow<'review_reviewers'> {
  const { order } = change.state;
  return {
    order_reference: order,
    review_no: review,
    reviewer_id: reviewer,
    version: FIRST_VERSION,
    token_hash: secrets.hash(secrets.reviewerToken({ order, review, reviewer, version: FIRST_VERSION })),
    state: 'open',
  };
}
