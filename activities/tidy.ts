/** Each part is a use case that may be cut anywhere and run again. */
interface Needs {
  readonly askProvider: () => Promise<number>;
  readonly expireHolds: () => Promise<number>;
  readonly tellMissingStories: () => Promise<number>;
  readonly sendStrayLetters: () => Promise<number>;
  readonly purgeProofs: () => Promise<number>;
  readonly forgetOldRows: () => Promise<void>;
}

export interface Tidied {
  readonly heard: number;
  readonly expired: number;
  readonly told: number;
  readonly sent: number;
  readonly purged: number;
}

export function createTidyActivities(needs: Needs) {
  return {
    async tidy(): Promise<Tidied> {
      await needs.forgetOldRows();
      return {
        // Before the holds: money that was lost on its way keeps its seats.
        heard: await needs.askProvider(),
        expired: await needs.expireHolds(),
        told: await needs.tellMissingStories(),
        sent: await needs.sendStrayLetters(),
        purged: await needs.purgeProofs(),
      };
    },
  };
}
