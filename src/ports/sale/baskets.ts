import type { PaymentState } from '../../domain/order/state';
import type { Hold } from '../../domain/sale/hold-limits';

/** A place that a basket keeps. Free seating has neither row nor seat. */
export interface HeldPlace {
  readonly id: number;
  readonly category: string;
  readonly row?: string | undefined;
  readonly seat?: string | undefined;
}

export interface WantedPlaces {
  readonly basket: string;
  readonly performanceId: number;
  /** Whose places; `undefined`: those that no allocation keeps. */
  readonly allocation?: string | undefined;
  /** One for each seat; `place`: that very one. */
  readonly seats: readonly { readonly category: string; readonly place?: number | undefined }[];
  readonly until: string;
  /** The longest that a basket keeps places of one performance, however often it is filled anew or prolonged. */
  readonly longestMs: number;
  /** Whose basket it is, and how many places they may keep. */
  readonly hold?: Hold | undefined;
}

export interface KeptPlaces {
  /** One for each seat that was wanted, in that order. */
  readonly places: readonly HeldPlace[];
  readonly until: string;
  /** No prolonging goes beyond. */
  readonly latest: string;
}

/** What an order was placed for. */
export interface OrderedSeats {
  readonly basket: string;
  readonly performanceId: number;
  readonly deliveryMethod: string;
  readonly seats: readonly { readonly tariff: string; readonly category: string; readonly place: number }[];
}

/** An order that was given up unpaid: its seats were chosen again. */
export interface FormerOrder {
  readonly reference: string;
  readonly payment: PaymentState;
  readonly performanceId: number;
}

/** Places kept while somebody fills in a form: before there is an order, and for a while only. */
export interface Baskets {
  /**
   * Keeps places in the stead of those that the basket kept. Refuses with `seats-not-available`, or with `too-many-held`,
   * and the ones before stay kept.
   */
  hold(wanted: WantedPlaces, now: string): Promise<KeptPlaces>;
  /** What is still kept, by place, each until when. */
  held(basket: string): Promise<readonly (HeldPlace & { readonly until: string })[]>;
  /** Keeps the same places longer, but no longer than a basket may. */
  prolong(basket: string, longer: { readonly until: string; readonly longestMs: number }): Promise<void>;
  release(basket: string): Promise<void>;
  /**
   * Gives an order up that was not paid: its places are the basket's, for as long as they were the order's. Says what was
   * chosen, and which basket has it: the one of a first time, if it still keeps places. Of an order whose time is over the
   * places are anybody's. Refuses with `order-not-found`, and with `payment-not-open` once it was paid.
   */
  takeOver(order: string, basket: string, now: string): Promise<OrderedSeats>;
  /** The orders given up for this basket, or for the order that was placed from it, the newest first. */
  formerOrders(basketOrOrder: string): Promise<readonly FormerOrder[]>;
  /** What has the places of an order that was given up: a basket's id, or the order that was placed from it. */
  takenOverBy(order: string): Promise<string | undefined>;
}
