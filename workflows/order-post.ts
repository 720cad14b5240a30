import { patched, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { createOrderActivities } from '../activities/order';
import { letterKey } from '../src/domain/letter';
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
    const ready = readyReleases();
    // Stories that an earlier release resumed took each of them for sent. Asked before the wait too: a workflow task may end during it,
    // and the story would be told anew as if the patch, whose marker stands in the next one, had not been.
    const asks = ready.length > 0 && patched('resumed-story-asks-what-failed');
    const compares = ready.length > 0 && patched('resumed-story-asks-what-its-tickets-told');
    const letters = await unsentLetters(story.state().order);
    const left = ready.filter((release) => !carries(letters, release));
    const failed = asks && left.length > 0 ? await failedReleases(story.state().order) : [];
    const told = compares && left.length > 0 ? await toldReleases(story.state().order) : [];
    for (const release of left) {
      const knew = told.find((one) => one.release === release)?.seq;
      story.take({ kind: 'dispatched', at: Date.now(), release, ...(failed.includes(release) && { failed: true }), ...knowing(knew) });
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
    for (const release of readyReleases().filter((one) => carries(letters, one))) {
      const knew = told.findLast(({ letter }) => carries([letter], release))?.seq;
      story.take({ kind: 'dispatched', at: Date.now(), release, failed: carries(failed, release), ...knowing(knew) });
    }
    for (const key of letters) inHand.delete(key);
    open -= 1;
  }

  function knowing(told: number | undefined): { readonly told?: number } {
    return told === undefined ? {} : { told };
  }

  function readyReleases(): readonly number[] {
    const releases = story.state().seats.flatMap((seat) => (seat.delivery === 'ready' && seat.release !== undefined ? [seat.release] : []));
    return [...new Set(releases)];
  }

  /** Tickets leave in the letter of their release, or again in one that somebody asked for. */
  function carries(letters: readonly string[], release: number): boolean {
    const { order } = story.state();
    const again = `${letterKey({ kind: 'tickets-again', order, about: {} })}:`;
    return letters.some((key) => key === letterKey({ kind: 'tickets', order, about: { release } }) || key.startsWith(again));
  }
}
