import type { Language } from '../../domain/language';
import type { LetterKind } from '../../domain/letter';
import type { VenueView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { requireText } from '../../domain/texts/check-text';
import type { TextSheetOf } from '../../domain/texts/field';
import { cleanText } from '../../domain/texts/venue-text';
import type { Clock } from '../../ports/clock';
import type { PreviewedLetter, PreviewLetter } from '../../ports/settings/letter-preview';
import type { Change } from '../../ports/settings/venue-settings';
import type { TextPlace, VenueTexts } from '../../ports/settings/venue-texts';

type By = Pick<Change, 'by' | 'door'>;

interface Needs {
  readonly texts: VenueTexts;
  readonly sheetOf: TextSheetOf;
  readonly previewLetter: PreviewLetter;
  readonly clock: Clock;
}

export type EditTexts = ReturnType<typeof createEditTexts>;

/** The venue's own words: checked before they are kept, kept in versions, never lost. */
export function createEditTexts({ texts, sheetOf, previewLetter, clock }: Needs) {
  return {
    /** Refuses with `text-not-accepted` and `text-changed-meanwhile`. Typed as it was, nothing is written. Returns the version that holds. */
    async save(place: TextPlace, { typed, base, ...by }: By & { readonly typed: string; readonly base: number }): Promise<number> {
      const text = cleanText(typed);
      requireText(sheetOf(place.kind), text);
      const now = await texts.current(place);
      if (now.version === base && (now.text ?? sheetOf(place.kind).text[place.language]) === text) return base;
      return texts.write(place, { ...by, base, text, at: clock.now() });
    },

    /** Back to our own words; what was written stays among the versions. */
    async reset(place: TextPlace, { base, ...by }: By & { readonly base: number }): Promise<number> {
      const now = await texts.current(place);
      if (now.version === base && now.text === undefined) return base;
      return texts.write(place, { ...by, base, at: clock.now() });
    },

    /** A former version holds again, as a new one. One that this release can fill no more is refused. */
    async restore(place: TextPlace, { version, base, ...by }: By & { readonly version: number; readonly base: number }): Promise<number> {
      const { text } = await versionAt(place, version);
      if (text !== undefined) requireText(sheetOf(place.kind), text, '#/version');
      return texts.write(place, { ...by, base, text, restored: version, at: clock.now() });
    },

    /** The letter as it would leave with this text; refuses with `text-not-accepted`. */
    preview(venue: VenueView, { kind, language, typed }: Typed): PreviewedLetter {
      const text = cleanText(typed);
      requireText(sheetOf(kind), text);
      return previewLetter(kind, { venue, language, text });
    },

    versionAt,
  };

  async function versionAt(place: TextPlace, version: number) {
    const found = (await texts.versions(place)).find((one) => one.version === version);
    if (!found) throw new Refusal('text-version-not-found', `No version ${version}.`, { field: 'version' });
    return found;
  }
}

interface Typed {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly typed: string;
}
