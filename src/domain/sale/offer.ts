import type { Wording } from '../language';
import type { Cents } from '../money';
import type { Companionship } from '../order/state';
import type { PerformanceView, TariffView, VenueView } from '../order-view';

/** What one channel can sell of one performance, at which price: its sales rule. */
export interface Offer {
  readonly performance: PerformanceView;
  readonly venue: VenueView;
  /** Of every venue: what is written there is read as a reply, so no customer's letter goes there. */
  readonly inboxes: readonly string[];
  readonly channel: string;
  /** Whose places are sold; `undefined`: « aucune réserve », those that no allocation keeps. */
  readonly allocation?: string | undefined;
  /** `free`: for this channel. */
  readonly categories: readonly { readonly code: string; readonly name: string; readonly free: number }[];
  readonly tariffs: readonly OfferedTariff[];
  readonly deliveryMethods: readonly OfferedDelivery[];
  readonly salesOpenAt: string;
  readonly salesCloseAt: string;
  readonly maxSeats: number;
}

export interface OfferedTariff extends TariffView {
  readonly companionship?: Companionship | undefined;
  readonly maxPerOrder?: number | undefined;
  /** A group's least size. */
  readonly minPerOrder?: number | undefined;
  /** Each seat gives a member's number; no file is asked for it. */
  readonly memberNumber?: boolean | undefined;
  /** Who comes is not the buyer: its name is asked for. */
  readonly forMinors?: boolean | undefined;
  /** Price and fee by category code; a category without a price does not sell this tariff. */
  readonly prices: Readonly<Record<string, { readonly price: Cents; readonly fee: Cents }>>;
}

export interface OfferedDelivery {
  readonly code: string;
  readonly name: Wording;
  readonly price: Cents;
  /** Without a ticket template no e-ticket can leave by this method until the workflow lets it (seed 2). */
  readonly hasTemplate: boolean;
}

/** A performance in a programme. */
export interface ListedPerformance extends PerformanceView {
  readonly showId: number;
  readonly salesOpenAt: string;
  readonly salesCloseAt: string;
  /** Places left for this channel. */
  readonly free: number;
  /** Not one of its tariffs has a price, or none can be had in one order: nothing of it can be bought by this channel. */
  readonly unsold?: true | undefined;
}

/** A place of a performance, to be chosen on a plan. `taken`: held, sold, closed, or kept for somebody else. */
export interface PlanPlace {
  readonly id: number;
  readonly category: string;
  readonly row: string;
  readonly seat: string;
  readonly entrance: string;
  readonly status: 'free' | 'taken';
}

/** The closing itself is too late. Times are ISO 8601 in UTC, which sort as text. */
export function isSaleOpen({ salesOpenAt, salesCloseAt }: Pick<Offer, 'salesOpenAt' | 'salesCloseAt'>, now: string): boolean {
  return salesOpenAt <= now && now < salesCloseAt;
}

/** Nothing is kept for anybody beyond the closing of the sale: the counter has it then. */
export function untilClosing({ salesCloseAt }: Pick<Offer, 'salesCloseAt'>, until: string): string {
  return until < salesCloseAt ? until : salesCloseAt;
}

/** The same offer to people whose proofs were looked at: no seat holds the others back. */
export function withProofsSeen(offer: Offer): Offer {
  return { ...offer, tariffs: offer.tariffs.map((tariff) => ({ ...tariff, needsProof: false })) };
}
