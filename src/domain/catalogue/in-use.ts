import { Refusal } from '../refusal';

/** Of what kind something is that uses an entry. */
export type UserNoun = 'order' | 'basket' | 'performance' | 'allocation' | 'category' | 'price' | 'channel' | 'tariff' | 'room' | 'show';

/** Something that uses an entry: by its name, so many of them, or some where neither is said. */
export interface EntryUser {
  readonly noun: UserNoun;
  readonly name?: string | number | undefined;
  readonly count?: number | undefined;
}

/** What depends on an entry would break: the words for it are made where it is told (`src/web/words/used-by.ts`). */
export class EntryInUse extends Refusal {
  readonly by: readonly EntryUser[];

  /** `field`: the member that would change, if not the whole entry. */
  constructor(message: string, by: readonly EntryUser[], field?: string) {
    super('in-use', message, field === undefined ? {} : { field });
    this.by = by;
  }
}

export function named(noun: UserNoun, names: readonly (string | number)[]): readonly EntryUser[] {
  return names.map((name) => ({ noun, name }));
}
