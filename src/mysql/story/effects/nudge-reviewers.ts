import type { LetterName } from '../../../domain/letter';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** To those who were asked and are still reviewers. */
export async function nudgeReviewers({ trx, change }: Writing, { review }: EffectOf<'nudge-reviewers'>): Promise<readonly LetterName[]> {
  const { order } = change.state;
  const asked: readonly { readonly reviewer_id: number }[] = await trx('review_reviewers')
    .join('reviewers', 'reviewers.id', 'review_reviewers.reviewer_id')
    .where({ order_reference: order, review_no: review, state: 'open', active: true })
    .orderBy('reviewer_id')
    .select('reviewer_id');
  return asked.map(({ reviewer_id: reviewer }) => ({ kind: 'nudge', order, about: { review, reviewer } }));
}
