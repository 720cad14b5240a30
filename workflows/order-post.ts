import { patched, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { createOrderActivities } from '../activities/order';
import type { SeatNo } from '../src/domain/decision/decision';
import { letterKey } from '../src/domain/letter';
import { leftCancelled } from '../src/domain/order/release';
import type { OrderEvent } from '../src/domain/order/event';
import type { Story, Written } from './order-story';

type Activities = ReturnType<typeof createOrderActivities>;

const { sendLetters } = proxyActivities<Activities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '1s', maximumInterval: '10m' },
});

const { unsentLetters, failedReleases, toldReleases } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '200ms', maximumInterval: '1m' },
});

type Dispatched = Extract<OrderEvent, { kind: 'dispatched' }>;

/**
 * Hands letters over beside the story: a mail host that is away delays its letters, never a decision. When the letter
 * with the tickets has left, the story is told.
 */
export function createPost(story: Story) {
  let open = 0;
  /** What is being handed over: a story that comes back finds among its unsent letters those that it writes meanwhile. */
  const inHand = new Set<string>();

  return {
    isEmpty: () => open === 0,

    send({ letters }: Written): void {
      void handOver(letters);
    },

    /** A story started again from the record first sends what was written and has not left. */
    resume(): void {
      void catchUp();
    },
  };

  async function catchUp(): Promise<void> {
    open += 1;
    // Asked before the wait: what is released meanwhile has its letter still to come.
    const awaited = awaitedReleases();
    // Stories that an earlier release resumed took each of them for sent. Asked before the wait too: a workflow task may end during it,
    // and the story would be told anew as if the patch, whose marker stands in the next one, had not been.
    const asks = awaited.length > 0 && patched('resumed-story-asks-what-failed');
    const compares = awaited.length > 0 && patched('resumed-story-asks-what-its-tickets-told');
    const letters = await unsentLetters(story.state().order);
    const left = awaited.filter((release) => !carries(letters, release));
    const failed = asks && left.length > 0 ? await failedReleases(story.state().order) : [];
    const told = compares && left.length > 0 ? await toldReleases(story.state().order) : [];
    for (const release of left) {
      const event = dispatched(release, { failed: failed.includes(release), told: told.find((one) => one.release === release) });
      if (isReady(release) || leftCancelled(story.state(), event).length > 0) story.take(event);
    }
    await handOver(letters);
    open -= 1;
  }

  async function handOver(written: readonly string[]): Promise<void> {
    const letters = written.filter((key) => !inHand.has(key));
    if (letters.length === 0) return;
    open += 1;
    for (const key of letters) inHand.add(key);
    // What letters knew is in the answer since it is kept: a story that an earlier release has told so far hears nothing of it.
    const { failed, told = [] } = await sendLetters({ order: story.state().order, letters });
    for (const release of awaitedReleases().filter((one) => carries(letters, one))) {
      const knew = told.findLast(({ letter }) => carries([letter], release));
      const event = dispatched(release, { failed: carries(failed, release), told: knew });
      if (isReady(release) || hearsOfCancelled(event)) story.take(event);
    }
    for (const key of letters) inHand.delete(key);
    open -= 1;
  }

  /** Where no ticket of a release is to leave any more, only of those that had been cancelled in its letter; earlier stories did not. */
  function hearsOfCancelled(event: Dispatched): boolean {
    return leftCancelled(story.state(), event).length > 0 && patched('tickets-cancelled-on-their-way-are-told');
  }

  /** Of which tickets, good or cancelled meanwhile, may be in a letter that is on its way. */
  function awaitedReleases(): readonly number[] {
    const { seats, cancelledOnTheWay = [] } = story.state();
    const ready = seats.flatMap((seat) => (seat.delivery === 'ready' && seat.release !== undefined ? [seat.release] : []));
    return [...new Set([...ready, ...cancelledOnTheWay.map(({ release }) => release)])];
  }

  function isReady(release: number): boolean {
    return story.state().seats.some((seat) => seat.delivery === 'ready' && seat.release === release);
  }

  /** Tickets leave in the letter of their release, or again in one that somebody asked for. */
  function carries(letters: readonly string[], release: number): boolean {
    const { order } = story.state();
    const again = `${letterKey({ kind: 'tickets-again', order, about: {} })}:`;
    return letters.some((key) => key === letterKey({ kind: 'tickets', order, about: { release } }) || key.startsWith(again));
  }
}

interface Told {
  readonly seq: number;
  /** Absent in what an earlier release has answered. */
  readonly carried?: readonly SeatNo[];
}

function dispatched(release: number, { failed, told }: { readonly failed: boolean; readonly told: Told | undefined }): Dispatched {
  const { seq, carried } = told ?? {};
  return { kind: 'dispatched', at: Date.now(), release, failed, ...(told && { told: seq, ...(carried && { carried }) }) };
}
