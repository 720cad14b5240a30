import type { Writing } from './writing';

/** Nothing can happen to this order any more: a late reply is told so. */
export async function expireReviews({ trx, change }: Writing): Promise<void> {
  await trx('review_reviewers').where({ order_reference: change.state.order, state: 'open' }).update({ state: 'expired' });
}
