import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Offer } from '../../domain/sale/offer';
import type { ChosenSeat } from '../../desk/basket/fill-basket';
import { priceChosen } from '../../desk/basket/fill-basket';

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

declare module 'express-session' {
  interface SessionData {
    basket?: SessionBasket;
    /** The order that the last basket became: it may still wait for its payment. */
    bought?: string;
  }
}

/** The basket's own id, or a new one: what it kept before is replaced by what it is filled with. */
export function basketId(request: Request): string {
  return request.session.basket?.id ?? randomUUID();
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
