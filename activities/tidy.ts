/** Each part is a use case that may be cut anywhere and run again. */
interface Needs {
  readonly expireHolds: () => Promise<number>;
  readonly tellMissingStories: () => Promise<number>;
  readonly sendStrayLetters: () => Promise<number>;
  readonly purgeProofs: () => Promise<number>;
  readonly forgetOldRows: () => Promise<void>;
}

export interface Tidied {
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
        expired: await needs.expireHolds(),
        told: await needs.tellMissingStories(),
        sent: await needs.sendStrayLetters(),
        purged: await needs.purgeProofs(),
      };
    },
  };
}
