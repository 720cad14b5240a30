import type { Offer } from '../../domain/sale/offer';
import { say } from '../../wording/typography';
import type { Visit } from '../visit';
import type { SessionBasket } from './session-basket';

/** The button that keeps the places of a basket as long again (WCAG 2.2.1). */
export const MORE_TIME = { fr: 'J’ai besoin de plus de temps', en: 'I need more time' } as const;

interface Kept {
  readonly offer: Pick<Offer, 'salesCloseAt'>;
  readonly basket: Pick<SessionBasket, 'until'>;
}

/** Why places are kept no longer, where the closing of the sale ends it. */
export function endOfSale({ language, calendar }: Visit, { offer: { salesCloseAt }, basket }: Kept): string | undefined {
  return basket.until < salesCloseAt ? undefined : CLOSES[language](calendar.time(salesCloseAt));
}

const CLOSES = {
  fr: (time: string) => say`La vente ferme à ${time} : payez avant.`,
  en: (time: string) => `The sale closes at ${time}: pay before that.`,
};
