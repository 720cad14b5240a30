import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { ChosenSeat } from '../../desk/basket/fill-basket';

/** What this browser is about to buy: one performance at a time. */
export interface SessionBasket {
  readonly id: string;
  readonly performanceId: number;
  /** With the places that are kept. */
  readonly seats: readonly (ChosenSeat & { readonly row?: string | undefined; readonly seat?: string | undefined })[];
  /** Until when they are kept. */
  readonly until: string;
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
