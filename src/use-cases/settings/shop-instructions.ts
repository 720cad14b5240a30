import type { Language } from '../../domain/language';
import { hasNoTimeForProofs } from '../../domain/order/deadline';
import type { PerformanceView, VenueView } from '../../domain/order-view';
import type { SpokenParagraph, Speaker } from '../../domain/texts/shop-words';
import { shopWords } from '../../domain/texts/shop-words';
import type { VenueTexts } from '../../ports/settings/venue-texts';

interface Sold {
  readonly venue: Speaker & Pick<VenueView, 'id' | 'policy'>;
  readonly performance: Pick<PerformanceView, 'startsAt'>;
}

interface Told {
  readonly place: 'performance' | 'basket';
  readonly language: Language;
  readonly now: string;
}

export type ShopInstructions = (sold: Sold, told: Told) => Promise<readonly SpokenParagraph[]>;

/** How proofs are given, told before anything is paid: for a page of the shop that offers a reduced tariff. */
export function createShopInstructions({ texts }: { readonly texts: Pick<VenueTexts, 'own'> }): ShopInstructions {
  return async ({ venue, performance }, { place, language, now }) => {
    const atDoor = hasNoTimeForProofs(Date.parse(now), Date.parse(performance.startsAt), venue.policy);
    const kind = atDoor ? 'shop-door' : (`shop-${place}` as const);
    const own = await texts.own(venue.id, language);
    return shopWords(kind, own[kind], { venue, language });
  };
}
