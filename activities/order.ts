import type { SeatNo } from '../src/domain/decision/decision';
import type { Change } from '../src/domain/order/change';
import type { StoryRecord, TicketsToStop, ToldRelease } from '../src/ports/story-record';
import type { SendLetters } from '../src/use-cases/letters/send-letter';

interface Needs {
  readonly storyRecord: StoryRecord;
  readonly sendLetters: SendLetters;
}

/** What an order's story asks for: thin, idempotent, ids in and ids out. */
export function createOrderActivities({ storyRecord, sendLetters }: Needs) {
  return {
    record: (change: Change): Promise<readonly string[]> => storyRecord.record(change),

    stopAtDoor: (tickets: TicketsToStop): Promise<readonly SeatNo[]> => storyRecord.stopAtDoor(tickets),

    allowAtDoor: (tickets: TicketsToStop): Promise<void> => storyRecord.allowAtDoor(tickets),

    unsentLetters: (order: string): Promise<readonly string[]> => storyRecord.unsentLetters(order),

    failedReleases: (order: string): Promise<readonly number[]> => storyRecord.failedReleases(order),

    toldReleases: (order: string): Promise<readonly ToldRelease[]> => storyRecord.toldReleases(order),

    sendLetters: ({ letters }: { readonly order: string; readonly letters: readonly string[] }): ReturnType<SendLetters> =>
      sendLetters(letters),
  };
}
