import type { PricedBasket } from '../../domain/sale/basket';
import { allowedDeliveries, priceBasket } from '../../domain/sale/basket';
import { INTERNET } from '../../domain/sale/channel';
import type { Offer } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import type { Baskets, HeldPlace } from '../../ports/sale/baskets';
import type { Catalogue } from '../../ports/sale/catalogue';
import type { Clock } from '../../ports/clock';

/** A seat in a basket: nobody's name is asked yet. */
export interface ChosenSeat {
  readonly tariff: string;
  readonly category: string;
  readonly place?: number | undefined;
}

export interface FilledBasket {
  readonly offer: Offer;
  readonly priced: PricedBasket;
  readonly places: readonly HeldPlace[];
  readonly until: string;
}

interface Filling {
  readonly basket: string;
  readonly performanceId: number;
  readonly seats: readonly ChosenSeat[];
}

export type FillBasket = (filling: Filling) => Promise<FilledBasket>;

interface Needs {
  readonly catalogue: Pick<Catalogue, 'offer'>;
  readonly baskets: Pick<Baskets, 'hold'>;
  readonly clock: Clock;
  /** How long places are kept while somebody fills in a form. */
  readonly holdMs: number;
}

/** Keeps the places of a basket by the same rules that its order will meet. */
export function createFillBasket({ catalogue, baskets, clock, holdMs }: Needs): FillBasket {
  return async ({ basket, performanceId, seats }) => {
    const now = clock.now();
    const offer = await catalogue.offer(performanceId, INTERNET);
    if (!offer) throw new Refusal('performance-not-found', `No performance ${performanceId} on sale.`);
    if (now < offer.salesOpenAt || now >= offer.salesCloseAt) throw new Refusal('sale-closed', 'The sale is not open.');
    const priced = priceChosen(offer, seats);
    const until = new Date(Date.parse(now) + holdMs).toISOString();
    const places = await baskets.hold({ basket, performanceId, allocation: offer.allocation, seats, until }, now);
    return { offer, priced, places, until };
  };
}

/** At a delivery method that the basket may have: the spectator may choose another one. */
export function priceChosen(offer: Offer, seats: readonly ChosenSeat[], deliveryMethod?: string): PricedBasket {
  const named = seats.map((seat) => ({ ...seat, holder: '', memberNumber: ASKED_LATER }));
  const allowed = allowedDeliveries(offer, named);
  const method = allowed.find(({ code }) => code === deliveryMethod) ?? allowed[0];
  return priceBasket(offer, named, method?.code ?? '');
}

/** Names and members' numbers are asked with the contact details. */
const ASKED_LATER = '00';
