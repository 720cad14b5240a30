import type { Language } from '../../domain/language';
import { unwrittenPages } from '../../domain/texts/shop-sheets';
import type { PageText } from '../../domain/texts/text-kind';
import type { SpokenParagraph, Speaker } from '../../domain/texts/shop-words';
import { shopWords } from '../../domain/texts/shop-words';
import type { VenueTexts } from '../../ports/settings/venue-texts';

type Venue = Speaker & { readonly id: number };

/** A page as it stands now, and the language that it is written in. */
interface PageWords {
  readonly language: Language;
  readonly paragraphs: readonly SpokenParagraph[];
}

/** A page that the law asks of whoever sells. What the venue has written in French alone is read in French: it says more than our stand-in. */
export type ReadPageText = (venue: Venue, kind: PageText, language: Language) => Promise<PageWords>;

export function createReadPageText({ texts }: { readonly texts: Pick<VenueTexts, 'own'> }): ReadPageText {
  return async (venue, kind, language) => {
    const own = await texts.own(venue.id, language);
    const french = language === 'fr' || !lacks(kind, language, own) ? own : await texts.own(venue.id, 'fr');
    if (french === own || lacks(kind, 'fr', french)) return { language, paragraphs: shopWords(kind, own[kind], { venue, language }) };
    return { language: 'fr', paragraphs: shopWords(kind, french[kind], { venue, language: 'fr' }) };
  };
}

function lacks(kind: PageText, language: Language, own: Awaited<ReturnType<VenueTexts['own']>>): boolean {
  return unwrittenPages(language, own).includes(kind);
}
