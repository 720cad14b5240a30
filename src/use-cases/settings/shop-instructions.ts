import type { Language } from '../../domain/language';
import type { VenueView } from '../../domain/order-view';
import type { SpokenParagraph, Speaker } from '../../domain/texts/shop-words';
import { shopWords } from '../../domain/texts/shop-words';
import type { VenueTexts } from '../../ports/settings/venue-texts';

type ShopPlace = 'performance' | 'basket';
type Venue = Speaker & Pick<VenueView, 'id' | 'policy'>;

export type ShopInstructions = (venue: Venue, place: ShopPlace, language: Language) => Promise<readonly SpokenParagraph[]>;

/** How proofs are given, told before anything is paid: for a page of the shop that offers a reduced tariff. */
export function createShopInstructions({ texts }: { readonly texts: Pick<VenueTexts, 'own'> }): ShopInstructions {
  return async (venue, place, language) => {
    const kind = venue.policy.proofsOnline ? (`shop-${place}` as const) : 'shop-door';
    const own = await texts.own(venue.id, language);
    return shopWords(kind, own[kind], { venue, language });
  };
}
