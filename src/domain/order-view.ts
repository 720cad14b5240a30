import type { AdmissionState, Companionship, DeliveryState, PaymentState, ProofState } from './order/state';
import type { OrderStatus, WaitsFor } from './order/summary';
import type { Cents } from './money';
import type { Language, Wording } from './language';
import type { LetterKind } from './letter';
import type { Reason } from './decision/reason';
import type { ProofFormat } from './proof-rules';
import type { SeatNo } from './decision/decision';
import type { SettingValues } from './venue-settings';

/** An order as people read it: the one reading of the record that pages, letters, tickets and the API share. Times are ISO, UTC. */
export interface OrderView {
  readonly reference: string;
  readonly language: Language;
  readonly placedAt: string;
  /** Whether the buyer accepted the terms of sale with the order; nobody is asked at the counter. */
  readonly termsAccepted: boolean;
  readonly expiresAt: string;
  readonly paidAt?: string | undefined;
  readonly deadlineAt?: string | undefined;
  readonly payment: PaymentState;
  readonly status: OrderStatus;
  readonly waitsFor: WaitsFor;
  readonly waitsSince?: string | undefined;
  /** Of the last change that was recorded. */
  readonly seq: number;
  readonly total: Cents;
  readonly channel: string;
  readonly deliveryMethod: { readonly code: string; readonly name: Wording; readonly price: Cents };
  readonly linkVersion: number;
  readonly customer: CustomerView;
  readonly performance: PerformanceView;
  readonly venue: VenueView;
  readonly seats: readonly SeatView[];
  readonly proofs: readonly ProofView[];
  readonly tickets: readonly TicketView[];
  /** Money that came in, the first first. */
  readonly payments: readonly PaymentView[];
  readonly openReview?: number | undefined;
  /** Newest first; absent where all arrived. */
  readonly undelivered?: readonly UndeliveredLetter[] | undefined;
  /** Until when the last decision can still be taken back. */
  readonly undoUntil?: string | undefined;
  /** The decisions that can still be taken back, the first first. */
  readonly settling: readonly SettlingView[];
}

/** A decision whose letters and tickets have not left. */
export interface SettlingView {
  readonly command: string;
  readonly settlesAt: string;
  readonly seats: readonly SeatNo[];
}

/** A letter that reached nobody: its host refused it, or sent it back. */
export interface UndeliveredLetter {
  readonly letter: LetterKind;
  /** `unwritable`: our own mail host cannot write to the letters before the @ (RFC 6531). */
  readonly how: 'returned' | 'refused' | 'unwritable';
  readonly to: 'customer' | 'venue';
  /** Of a request to a reviewer: their name. */
  readonly reviewer?: string | undefined;
  readonly at?: string | undefined;
}

export interface CustomerView {
  readonly number: number;
  readonly name: string;
  /** Of nobody to whom a counter has sold without one. */
  readonly email?: string | undefined;
}

export interface SeatView {
  readonly no: SeatNo;
  readonly tariff: TariffView;
  readonly holder: string;
  /** Where the tariff asks for a member's number. */
  readonly memberNumber?: string | undefined;
  readonly price: Cents;
  /** « Frais de location », beside the price. */
  readonly fee: Cents;
  /** Its share of a priced delivery method. */
  readonly deliveryShare: Cents;
  /** What the full tariff would cost beyond the price paid. */
  readonly toFullPrice: Cents;
  readonly category: string;
  /** Absent for free seating. */
  readonly place?: { readonly row: string; readonly seat: string } | undefined;
  readonly entrance: string;
  readonly proof: ProofState;
  readonly delivery: DeliveryState;
  /** When its last ticket left, also where that was cancelled since. */
  readonly deliveredAt?: string | undefined;
  readonly upgradedAt?: string | undefined;
  /** The name of the full tariff, once its difference was settled: `soldAs` (order/sold-as.ts) says which one stands. */
  readonly upgradedTo?: Wording | undefined;
  /** Its money was given back. */
  readonly refundedAt?: string | undefined;
  readonly reason?: Reason | undefined;
  /** The reviewer's own words to the spectator. */
  readonly note?: string | undefined;
  readonly companionship?: Companionship | undefined;
  readonly settling: boolean;
}

export interface TariffView {
  readonly code: string;
  readonly name: Wording;
  readonly needsProof: boolean;
  /** Health data (GDPR art. 9): read « tarif réduit » in lists, subjects and tickets, its proofs by link only. */
  readonly health: boolean;
  readonly acceptedProofs: readonly Wording[];
  /** The validity rule in words, e.g. « valable pour l’année universitaire qui comprend le 16 janvier 2027 ». */
  readonly validity: Wording;
}

export interface ProofView {
  readonly id: string;
  readonly seats: readonly SeatNo[];
  readonly kind: ProofFormat;
  readonly fileName: string;
  readonly bytes: number;
  /** Those that can be shown; those that the file has, when they are more. */
  readonly pages: number;
  readonly pagesInFile?: number | undefined;
  /** By page, in quarter turns to the right, as the desk has turned them. */
  readonly turns?: readonly number[] | undefined;
  readonly receivedAt: string;
  readonly replaced: boolean;
  /** Our file cannot be read any more, and its time had not come. */
  readonly lostAt?: string | undefined;
  readonly purgedAt?: string | undefined;
  readonly purgeAfter?: string | undefined;
}

export interface TicketView {
  readonly seat: SeatNo;
  readonly number: number;
  readonly uid: string;
  readonly release: number;
  readonly admission: AdmissionState;
  readonly usedAt?: string | undefined;
  readonly proofToShow: boolean;
}

/** Money of an order: an amount that came in, and what of it was given back. */
export interface PaymentView {
  readonly id: number;
  readonly reference: string;
  readonly amount: Cents;
  readonly refunded: Cents;
  readonly method: string;
  readonly channel: string;
  readonly operator: string;
  readonly status: 'paid' | 'refund-due' | 'refunded';
  readonly paidAt: string;
  readonly refundedAt?: string | undefined;
  /** The seat whose difference to the full tariff it paid. */
  readonly upgradeOf?: SeatNo | undefined;
  /** It came twice, or for a seat that could no longer be upgraded: all of it is owed, and the order is not touched. */
  readonly tooMany: boolean;
}

export interface PerformanceView {
  readonly id: number;
  /** Whose clock its times are told by. */
  readonly venueId: number;
  readonly showTitle: string;
  readonly credit: string;
  readonly genre: string;
  /** What the show is about, and how long it lasts and for whom. */
  readonly presentation?: Wording | undefined;
  readonly practical?: Wording | undefined;
  readonly startsAt: string;
  readonly doorsAt: string;
  readonly endsAt: string;
  readonly room: string;
  readonly seating: 'numbered' | 'free';
  /** Basis points: 210 for 2.10 %. */
  readonly vatRate: number;
}

export interface VenueView extends SettingValues {
  readonly id: number;
  readonly name: string;
  readonly organizer: string;
  readonly licences: readonly string[];
  readonly address: string;
  readonly city: string;
  readonly phone: string;
  readonly openingHours: Wording;
  readonly website: string;
  readonly timeZone: string;
  readonly directions: readonly Wording[];
  readonly advice: readonly { readonly title: Wording; readonly text: Wording }[];
}
