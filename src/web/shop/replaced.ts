import type { Offer } from '../../domain/sale/offer';
import type { ReplacedBasket, SessionBasket } from './session-basket';

/** What a basket held, to come back to. */
export function replacedBy({ offer, basket }: { readonly offer: Offer; readonly basket: SessionBasket }): ReplacedBasket {
  const { id: performanceId, showTitle, startsAt } = offer.performance;
  return { performanceId, showTitle, startsAt, seats: basket.seats.map(({ tariff, category, place }) => ({ tariff, category, place })) };
}
