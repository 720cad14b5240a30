import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Offer } from '../../domain/sale/offer';
import type { ChosenSeat, FilledBasket } from '../../use-cases/basket/fill-basket';
import { priceChosen } from '../../use-cases/basket/fill-basket';
import type { WebNeeds } from '../needs';

/** What this browser is about to buy: one performance at a time. */
export interface SessionBasket {
  readonly id: string;
  readonly performanceId: number;
  /** With the places that are kept. */
  readonly seats: readonly (ChosenSeat & { readonly row?: string | undefined; readonly seat?: string | undefined })[];
  /** Until when they are kept. */
  readonly until: string;
  /** No prolonging goes beyond. */
  readonly latest: string;
  readonly delivery?: string | undefined;
}

/** What lay in the basket before another performance took its place: the way back. */
export interface ReplacedBasket {
  readonly performanceId: number;
  readonly showTitle: string;
  readonly startsAt: string;
  readonly seats: readonly ChosenSeat[];
}

/** Who buys, and who comes. */
export interface TypedDetails {
  readonly name: string;
  readonly email: string;
  /** By seat; nothing where the buyer comes. */
  readonly holders: readonly string[];
  readonly members: readonly string[];
}

declare module 'express-session' {
  interface SessionData {
    basket?: SessionBasket;
    replaced?: ReplacedBasket;
    /** What was typed with a basket that could not be ordered in the end. */
    typed?: TypedDetails;
    /** The order that the last basket became: it may still wait for its payment. */
    bought?: string;
  }
}

/** One basket is one order. */
export function orderKey(basket: string): string {
  return `basket-${basket}`;
}

/**
 * The basket's own id, or a new one: what it kept before is replaced by what it is filled with. A basket under whose id
 * an order was placed is over, though the session may not know it; and so is one whose former order was paid after all.
 */
export async function basketId({ orders, baskets }: Pick<WebNeeds, 'orders' | 'baskets'>, request: Request): Promise<string> {
  const id = request.session.basket?.id;
  if (id === undefined || (await orders.placedUnder(orderKey(id))) !== undefined) return randomUUID();
  if (!(await baskets.formerOrders(id)).some(({ payment }) => payment === 'paid')) return id;
  await baskets.release(id);
  return randomUUID();
}

/** A basket as it was just filled. */
export function basketOf(id: string, filled: FilledBasket, seats: readonly ChosenSeat[]): SessionBasket {
  const { offer, places, until, latest } = filled;
  const kept = seats.map(({ tariff, category }, index) => {
    const place = places[index];
    return { tariff, category, place: place?.id, row: place?.row, seat: place?.seat };
  });
  return { id, performanceId: offer.performance.id, seats: kept, until, latest };
}

/**
 * A print of what somebody was shown: the date, each seat with its tariff and place, and how the tickets come. A form
 * carries it back, so that nobody pays for what another tab, or the venue, has put there meanwhile.
 */
export function shownBasket(offer: Offer, { id, performanceId, seats, delivery }: SessionBasket): string {
  const bought = seats.map(({ tariff, category, place }) => [tariff, category, place]);
  const { code } = priceChosen(offer, seats, delivery).delivery;
  return createHash('sha256')
    .update(JSON.stringify([id, performanceId, bought, code]))
    .digest('base64url');
}
