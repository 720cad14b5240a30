import { CancellationScope, patched, proxyLocalActivities } from '@temporalio/workflow';
import type { createOrderActivities } from '../activities/order';
import type { SeatNo } from '../src/domain/decision/decision';
import { Refusal } from '../src/domain/refusal';
import type { Millis } from '../src/domain/time';
import type { Story } from './order-story';

const { stopAtDoor, allowAtDoor } = proxyLocalActivities<ReturnType<typeof createOrderActivities>>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '200ms', maximumInterval: '1m' },
});

interface Stopped {
  /** Somebody is inside, and nothing was stopped. */
  readonly entered?: Refusal;
  /** Another command was obeyed meanwhile, and the seats are not given up: their tickets let in again. */
  readonly allowAgain: () => Promise<void>;
}

const NOTHING: Stopped = { allowAgain: () => Promise.resolve() };

/**
 * Seats whose people are inside are not given up: first the entry is taken back at the door. Where nobody is inside, the
 * tickets let nobody in from here on, so that of an entry and a cancellation at once only one is obeyed.
 */
export async function stopTickets(story: Story, seats: readonly SeatNo[], at: Millis): Promise<Stopped> {
  // Stories of an earlier release were not asked.
  if (!patched('the-door-is-asked-before-seats-are-given-up')) return NOTHING;
  // Asked before the wait, as in order-post.ts.
  const allows = patched('tickets-of-seats-not-given-up-let-in-again');
  const { order } = story.state();
  const tickets = { order, seats, at: new Date(at).toISOString() };
  const [seat] = await CancellationScope.nonCancellable(() => stopAtDoor(tickets));
  if (seat !== undefined) return { ...NOTHING, entered: new Refusal('already-entered', `The ticket of seat ${seat} was used.`, { seat }) };
  return allows ? { allowAgain: () => CancellationScope.nonCancellable(() => allowAtDoor(tickets)) } : NOTHING;
}
