import type { PricedBasket } from '../../domain/sale/basket';
import { chosenDelivery, priceBasket } from '../../domain/sale/basket';
import { INTERNET } from '../../domain/sale/channel';
import type { Holder, HoldLimits } from '../../domain/sale/hold-limits';
import { isSaleOpen, untilClosing } from '../../domain/sale/offer';
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
  /** The latest that they can be prolonged to. */
  readonly latest: string;
}

export interface Filling {
  readonly basket: string;
  readonly performanceId: number;
  readonly seats: readonly ChosenSeat[];
  readonly holder: Holder;
}

export type FillBasket = (filling: Filling) => Promise<FilledBasket>;

interface Needs {
  readonly catalogue: Pick<Catalogue, 'offer'>;
  readonly baskets: Pick<Baskets, 'hold'>;
  readonly clock: Clock;
  /** How long places are kept while somebody fills in a form. */
  readonly holdMs: number;
  /** How often they may be kept as long again. */
  readonly extensions: number;
  readonly holdLimits: HoldLimits;
}

/** Keeps the places of a basket by the same rules that its order will meet. */
export function createFillBasket({ catalogue, baskets, clock, holdMs, extensions, holdLimits }: Needs): FillBasket {
  return async ({ basket, performanceId, seats, holder }) => {
    const now = clock.now();
    const offer = await catalogue.offer(performanceId, INTERNET);
    if (!offer) throw new Refusal('performance-not-found', `No performance ${performanceId} on sale.`);
    if (!isSaleOpen(offer, now)) throw new Refusal('sale-closed', 'The sale is not open.');
    const priced = priceChosen(offer, seats);
    const until = untilClosing(offer, new Date(Date.parse(now) + holdMs).toISOString());
    const hold = { holder, limits: holdLimits, oneOrder: offer.maxSeats };
    const longestMs = holdMs * (1 + extensions);
    // Where one sits freely any place is the same one.
    const wanted = offer.performance.seating === 'free' ? seats.map(({ category }) => ({ category })) : seats;
    const kept = await baskets.hold({ basket, performanceId, allocation: offer.allocation, seats: wanted, until, longestMs, hold }, now);
    return { offer, priced, ...kept, latest: untilClosing(offer, kept.latest) };
  };
}

/** At a delivery method that the basket may have: the spectator may choose another one. */
export function priceChosen(offer: Offer, seats: readonly ChosenSeat[], deliveryMethod?: string): PricedBasket {
  const named = seats.map((seat) => ({ ...seat, holder: '', memberNumber: ASKED_LATER }));
  return priceBasket(offer, named, chosenDelivery(offer, named, deliveryMethod)?.code ?? '');
}

/** Names and members' numbers are asked with the contact details. */
const ASKED_LATER = '00';
