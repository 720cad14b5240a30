import type { OrderState } from '../domain/order/state';
import type { OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';

export interface Starting {
  readonly orders: Pick<Orders, 'story' | 'allowStanding'>;
  readonly runs: Pick<OrderRuns, 'start' | 'isRunning'>;
}

/**
 * Starts a story from the state last recorded, unless it runs. One that had begun and was lost lets in again first whom it had
 * stopped at the door for a deed of which nothing is recorded.
 */
export async function startStory({ orders, runs }: Starting, story: OrderState): Promise<void> {
  const hasBegun = story.seq > 0;
  if (hasBegun && !(await runs.isRunning(story.order))) await orders.allowStanding(story.order);
  await runs.start(story);
}
