import type { Cents } from '../domain/money';
import type { SeatNo } from '../domain/decision/decision';
import type { Language } from '../domain/language';
import type { LetterKind } from '../domain/letter';
import type { OrderState } from '../domain/order/state';
import type { OrderStatus, WaitsFor } from '../domain/order/summary';
import type { OrderView } from '../domain/order-view';
import type { Hold } from '../domain/sale/hold-limits';
import type { Change } from './settings/venue-settings';

export interface Buyer {
  readonly name: string;
  /** Across a counter somebody may have none: no letter is written to them. */
  readonly email?: string | undefined;
}

export interface NewOrder {
  readonly reference: string;
  /** The same key gives the same order: a form posted twice places one order. */
  readonly idempotencyKey?: string | undefined;
  readonly performanceId: number;
  readonly language: Language;
  readonly channel: string;
  /** Without one, the till operator of the channel. */
  readonly operator?: string | undefined;
  /** Who sells across the counter: `staff:5`, `api-key:2`. */
  readonly soldBy?: string | undefined;
  /** Whose places are taken; `undefined`: those that no allocation keeps. */
  readonly allocation?: string | undefined;
  /** The basket that kept the places until now. */
  readonly basket?: string | undefined;
  /** Who buys online, and how many places they may keep unpaid. */
  readonly hold?: Hold | undefined;
  readonly deliveryMethod: string;
  readonly deliveryPrice: Cents;
  /** At the counter: nothing is to be proved any more. */
  readonly proofsSeen?: boolean | undefined;
  readonly customer: Buyer;
  /** The terms of sale in the very words that the buyer accepted; absent at the counter. */
  readonly acceptedTerms?: string | undefined;
  readonly seats: readonly NewSeat[];
  readonly total: Cents;
  readonly placedAt: string;
  readonly expiresAt: string;
}

export interface NewSeat {
  readonly no: number;
  readonly tariff: string;
  readonly category: string;
  readonly holder: string;
  readonly price: Cents;
  readonly fee: Cents;
  readonly toFullPrice: Cents;
  /** The tariff that the difference leads to. */
  readonly fullTariff?: string | undefined;
  /** Of the delivery price. */
  readonly deliveryShare: Cents;
  /** Chosen on the plan. */
  readonly place?: number | undefined;
  readonly memberNumber?: string | undefined;
}

export interface OrderFilter {
  /** Reference, name of the customer or of who sits there, e-mail address or number. */
  readonly text?: string | undefined;
  readonly status?: OrderStatus | undefined;
  readonly performanceId?: number | undefined;
  readonly channel?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface MatchedHolder {
  readonly seat: SeatNo;
  readonly name: string;
}

/** A line of a list: no more than a list shows. */
export interface OrderLine {
  readonly reference: string;
  readonly customerName: string;
  readonly customerNumber: number;
  /** Those who sit there and have the name that was sought, where the buyer has not. */
  readonly matchedHolders?: readonly MatchedHolder[] | undefined;
  readonly venueId: number;
  readonly showTitle: string;
  readonly performanceAt: string;
  readonly status: OrderStatus;
  readonly waitsFor: WaitsFor;
  readonly deadlineAt?: string | undefined;
  readonly seatCount: number;
  readonly seatsUnderReview: number;
  readonly total: Cents;
  readonly placedAt: string;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  readonly actor: string;
  readonly door: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Orders {
  /**
   * Holds the seats until `expiresAt` and writes the order in one transaction.
   * Refuses with `seats-not-available`, or with `too-many-held`; a known idempotency key returns the order it made,
   * unchanged, and refuses other seats with `key-used-already`.
   */
  place(order: NewOrder): Promise<{ readonly reference: string; readonly fresh: boolean }>;
  /** The order that this idempotency key has made. */
  placedUnder(key: string): Promise<string | undefined>;
  /** Orders of a mail address whose performance is still to come, the nearest first; those that nobody paid in time are left out. */
  upcomingOf(email: string, when: { readonly now: string; readonly limit: number }): Promise<readonly string[]>;
  view(reference: string): Promise<OrderView | undefined>;
  /** Newest first; `next` is the `after` of the following page. */
  search(filter: OrderFilter): Promise<{ readonly orders: readonly OrderLine[]; readonly next?: string | undefined }>;
  /** References of orders under review, the least time left first: until their deadline or, without one, the performance. */
  mostPressing(limit: number): Promise<readonly string[]>;
  countUnderReview(): Promise<number>;
  /** Newest first. */
  timeline(reference: string): Promise<readonly TimelineEntry[]>;
  /** The state last recorded, or the one a paid order starts with when nothing is recorded yet; `undefined` for an unpaid order. */
  story(reference: string): Promise<OrderState | undefined>;
  /**
   * For a story that Temporal has lost, before it is started again: tickets that were stopped at the door for a deed of which nothing is
   * recorded let people in again. May be called again.
   */
  allowStanding(reference: string): Promise<void>;
  /** Paid orders whose story has recorded nothing yet and whose payment is older than `paidBefore`. */
  missingStories(paidBefore: string, limit: number): Promise<readonly string[]>;
  /** Every paid order whose story is not over, by reference, `limit` at a time after `after`. */
  openStories(after: string, limit: number): Promise<readonly string[]>;
  /** Gives back the seats of unpaid orders, and of baskets, whose hold is over. Returns how many. */
  expireHolds(now: string): Promise<number>;
  /** By the hash of the secret in the customer's link; `undefined` when it is none of ours, or revoked. */
  byLinkHash(hash: string): Promise<string | undefined>;
  /**
   * Replaces the customer's link: older ones open nothing any more. Gives the new version, and the key of the letter that
   * carries it. With `email` the order is from then on that address's, and the letter leaves to it; so do those of the kinds
   * `again` that had reached nobody, as new letters. The same command is obeyed once. Refuses with `order-not-found`.
   */
  renewLink(
    reference: string,
    change: Change & {
      readonly command: string;
      readonly email?: string | undefined;
      readonly again?: readonly LetterKind[] | undefined;
    },
  ): Promise<{ readonly version: number; readonly letter: string; readonly again: readonly string[] }>;
}
