import { isOver } from '../../domain/order/timers';
import { withdrawLetters } from '../letters/outgoing-mail';
import type { Writing } from './writing';

/** A request that nobody may answer any more does not leave; when the order is over, its secrets are dead. */
export async function closeReviews({ trx, change }: Writing): Promise<void> {
  const { state } = change;
  if (state.reviewsOpened === 0) return;
  if (!state.review) await withdrawLetters(trx, { order: state.order, kinds: ['review-request', 'nudge'] });
  if (isOver(state)) {
    await trx('review_reviewers').where({ order_reference: state.order, state: 'open' }).update({ state: 'expired' });
  }
}
