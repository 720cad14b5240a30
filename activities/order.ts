import type { Change } from '../src/domain/order/change';
import type { StoryRecord } from '../src/ports/story-record';
import type { SendLetter } from '../src/desk/letters/send-letter';

interface Needs {
  readonly storyRecord: StoryRecord;
  readonly sendLetter: SendLetter;
}

/** What an order's story asks for: thin, idempotent, ids in and ids out. */
export function createOrderActivities({ storyRecord, sendLetter }: Needs) {
  return {
    record: (change: Change): Promise<readonly string[]> => storyRecord.record(change),

    unsentLetters: (order: string): Promise<readonly string[]> => storyRecord.unsentLetters(order),

    /** Each letter on its own: one that its host refuses for good does not keep the others. A passing trouble rises at the end. */
    async sendLetters({
      letters,
    }: {
      readonly order: string;
      readonly letters: readonly string[];
    }): Promise<{ readonly failed: readonly string[] }> {
      const failed: string[] = [];
      const troubles: unknown[] = [];
      for (const key of letters) {
        try {
          if ((await sendLetter(key)) === 'refused') failed.push(key);
        } catch (trouble) {
          troubles.push(trouble);
        }
      }
      if (troubles.length > 0) throw troubles[0];
      return { failed };
    },
  };
}
