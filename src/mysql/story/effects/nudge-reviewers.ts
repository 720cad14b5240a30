import type { LetterName } from '../../../domain/letter';
import { valuesOf } from '../../rows';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** To those who were asked and are still reviewers. */
export async function nudgeReviewers({ trx, change }: Writing, { review }: EffectOf<'nudge-reviewers'>): Promise<readonly LetterName[]> {
  const { order } = change.state;
  const open = trx('review_reviewers')
    .join('reviewers', 'reviewers.id', 'review_reviewers.reviewer_id')
    .where({ order_reference: order, review_no: review, state: 'open', active: true })
    .orderBy('reviewer_id');
  const asked = await valuesOf(open, 'review_reviewers.reviewer_id');
  return asked.map((reviewer) => ({ kind: 'nudge', order, about: { review, reviewer } }));
}
