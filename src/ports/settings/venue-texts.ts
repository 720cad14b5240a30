import type { Actor } from '../../domain/actor';
import type { Door } from '../../domain/decision/decision';
import type { Language } from '../../domain/language';
import type { TextKind } from '../../domain/texts/text-kind';

/** One text of one venue in one language. */
export interface TextPlace {
  readonly venue: number;
  readonly kind: TextKind;
  readonly language: Language;
}

export interface CurrentText {
  /** 0: never changed. */
  readonly version: number;
  /** `undefined`: our own words. */
  readonly text?: string | undefined;
}

export interface TextVersion extends CurrentText {
  readonly at: string;
  /** The name of who wrote it, as far as it is known. */
  readonly by: string;
  /** The version that was brought back, where one was. */
  readonly restored?: number | undefined;
}

export interface NewText {
  /** The version that was read before it was changed. */
  readonly base: number;
  readonly text?: string | undefined;
  readonly restored?: number | undefined;
  readonly by: Actor;
  readonly door: Door;
  readonly at: string;
}

/** What a venue wrote, and every version of it: nothing is ever overwritten. */
export interface VenueTexts {
  current(place: TextPlace): Promise<CurrentText>;
  /** All that the venue wrote in a language and that holds now. */
  own(venue: number, language: Language): Promise<Readonly<Partial<Record<TextKind, string>>>>;
  /** The last version of each text that was ever changed. */
  latest(venue: number): Promise<readonly (TextVersion & Pick<TextPlace, 'kind' | 'language'>)[]>;
  /** Newest first. */
  versions(place: TextPlace): Promise<readonly TextVersion[]>;
  /**
   * Returns the number of the new version. Refuses with `text-changed-meanwhile` when `base` is not the last one, and with
   * `sale-would-stop` when what is online would lack a page that the law asks for.
   */
  write(place: TextPlace, text: NewText): Promise<number>;
}
