import type { Language } from '../domain/language';
import type { LetterName } from '../domain/letter';
import type { VenueView } from '../domain/order-view';
import type { TextSheet } from '../domain/texts/field';
import type { LetterFacts } from '../ports/mail/letters';
import type { AnyLetter } from './writing';

/** One letter, whole. To whom it goes, and how people call it, stands beside its kind in src/domain/letter.ts. */
export interface LetterFile {
  /** What stands between greeting and signature. */
  readonly body: TextSheet;
  readonly write: AnyLetter;
  /** What an invented one would tell: for the preview of the venue's own text. */
  readonly preview: (venue: VenueView, language: Language) => Told;
}

/** Facts of a letter that are not those of every letter. */
export type Told = Omit<Partial<LetterFacts>, 'name' | 'key' | 'language'> & { readonly about?: LetterName['about'] };
