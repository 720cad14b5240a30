import { CancellationScope, patched, proxyLocalActivities } from '@temporalio/workflow';
import type { createOrderActivities } from '../activities/order';
import type { SeatNo } from '../src/domain/decision/decision';
import { Refusal } from '../src/domain/refusal';
import type { Millis } from '../src/domain/time';
import type { Story } from './order-story';

const { stopAtDoor } = proxyLocalActivities<ReturnType<typeof createOrderActivities>>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '200ms', maximumInterval: '1m' },
});

/**
 * Seats whose people are inside are not given up: first the entry is taken back at the door. Where nobody is inside, the
 * tickets let nobody in from here on, so that of an entry and a cancellation at once only one is obeyed.
 */
export async function refuseEntered(story: Story, seats: readonly SeatNo[], at: Millis): Promise<Refusal | undefined> {
  // Stories of an earlier release were not asked.
  if (!patched('the-door-is-asked-before-seats-are-given-up')) return undefined;
  const { order } = story.state();
  const tickets = { order, seats, at: new Date(at).toISOString() };
  const [seat] = await CancellationScope.nonCancellable(() => stopAtDoor(tickets));
  return seat === undefined ? undefined : new Refusal('already-entered', `The ticket of seat ${seat} was used.`, { seat });
}
