import type { Language } from '../../domain/language';
import type { PageText } from '../../domain/texts/text-kind';
import type { SpokenParagraph, Speaker } from '../../domain/texts/shop-words';
import { shopWords } from '../../domain/texts/shop-words';
import type { VenueTexts } from '../../ports/settings/venue-texts';

type Venue = Speaker & { readonly id: number };

/** A page that the law asks of whoever sells, as it stands now. */
export type ReadPageText = (venue: Venue, kind: PageText, language: Language) => Promise<readonly SpokenParagraph[]>;

export function createReadPageText({ texts }: { readonly texts: Pick<VenueTexts, 'own'> }): ReadPageText {
  return async (venue, kind, language) => {
    const own = await texts.own(venue.id, language);
    return shopWords(kind, own[kind], { venue, language });
  };
}
