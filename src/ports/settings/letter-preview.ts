import type { Language } from '../../domain/language';
import type { LetterKind } from '../../domain/letter';
import type { VenueView } from '../../domain/order-view';

export interface PreviewedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A letter as it would leave, about invented people: no secret in its links, nobody's data in its words. */
export type PreviewLetter = (
  kind: LetterKind,
  letter: { readonly language: Language; readonly venue: VenueView; readonly text: string },
) => PreviewedLetter;
