import type { Millis } from '../time';
import type { Actor } from '../actor';
import type { SeatNo } from '../decision/decision';
import type { Reason } from '../decision/reason';
import type { VenuePolicy } from '../venue-policy';

/** Four axes, never one mixed list (docs/architecture.md 2): money, proof, delivery, admission. */
export const PAYMENT_STATES = ['pending', 'paid', 'failed', 'expired', 'refund-due', 'refunded', 'reversed'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PROOF_STATES = [
  'not-required',
  'awaiting-proof',
  'under-review',
  'more-info',
  'approved',
  'refused',
  'refused-final',
  'upgraded',
  'check-at-door',
  'expired',
  'refunded',
] as const;
export type ProofState = (typeof PROOF_STATES)[number];

export const DELIVERY_STATES = ['held', 'ready', 'sent', 'failed', 'void'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type AdmissionState = 'valid' | 'used' | 'cancelled';

/** A seat whose right hangs on another's: one companion for each disabled spectator (docs/domain.md 3, PSHACC). */
export type Companionship = 'holder' | 'companion';

export interface Seat {
  readonly no: SeatNo;
  readonly proof: ProofState;
  readonly delivery: DeliveryState;
  readonly companionship?: Companionship | undefined;
  /** Of the last refusal. */
  readonly reason?: Reason | undefined;
  /** The files of its proof. Absent where none came, or in stories that were told of it before they were named. */
  readonly files?: readonly string[] | undefined;
  /** Nothing was asked for it: nothing is owed when it goes back. Absent in stories that began before it was kept. */
  readonly free?: boolean | undefined;
  /** When its difference to the full tariff was taken at a counter: a slip can be put right for a while. */
  readonly differenceTakenAt?: Millis | undefined;
  /** What it was when that was taken, where its ticket was held: so it is again when the slip is put right. */
  readonly beforeDifference?: Pick<Seat, 'proof' | 'reason' | 'release'> | undefined;
  /** The release its ticket left in. */
  readonly release?: number | undefined;
  /** The change that made its ticket read otherwise while a letter was on its way with it: that letter may have been written before. */
  readonly rewordedBy?: number | undefined;
}

/** Whether it was in the letter is known when that has left: then it is told to be good no more. */
interface CancelledTicket {
  readonly seat: SeatNo;
  readonly release: number;
  readonly command: string;
  /** The change that cancelled it: a letter that knew of it was written without. */
  readonly by: number;
}

/** A review is the request for an answer sent to every reviewer of the venue; a new proof opens the next one. */
interface OpenReview {
  readonly no: number;
  readonly openedAt: Millis;
  readonly nudged: boolean;
  readonly escalated: boolean;
}

/** A decision inside its undo window: written, echoed to staff, nothing has left yet. */
export interface SettlingDecision {
  readonly command: string;
  readonly by: Actor;
  readonly settlesAt: Millis;
  readonly seats: readonly { readonly seat: SeatNo; readonly was: ProofState; readonly wasReason?: Reason | undefined }[];
}

interface Owed {
  readonly seats: readonly SeatNo[];
  readonly payments: readonly number[];
  /** Whole payments too many that went back: asked again, they are told so. Absent where there is none, or before it was kept. */
  readonly givenBack?: readonly number[] | undefined;
}

/** The whole story of one paid order: ids, codes and times only, so that it may travel in workflow payloads. */
export interface OrderState {
  readonly order: string;
  readonly venue: number;
  /** Of the last change; the record ignores an older one. */
  readonly seq: number;
  readonly payment: PaymentState;
  readonly paidAt: Millis;
  readonly performanceAt: Millis;
  /** The performance is over and so is the story. */
  readonly overAt: Millis;
  readonly deadlineAt: Millis;
  readonly policy: VenuePolicy;
  readonly seats: readonly Seat[];
  readonly reviewsOpened: number;
  readonly review?: OpenReview | undefined;
  /** Other proofs of the order may still come before the reviewers are asked. */
  readonly gatherUntil?: Millis | undefined;
  /** A proof was replaced since the reviewers were asked: what they have in hand decides nothing. */
  readonly outdated?: boolean | undefined;
  /** When they were asked, the last few times. Absent in stories that began before it was kept. */
  readonly askedAt?: readonly Millis[] | undefined;
  readonly settling: readonly SettlingDecision[];
  readonly releases: number;
  /** Tickets that were cancelled while the letter with them was on its way. Absent where there were none, or before they were kept. */
  readonly cancelledOnTheWay?: readonly CancelledTicket[] | undefined;
  /** When we last wrote to the spectator, or they last came: reminders count from there. */
  readonly lastContactAt: Millis;
  readonly remindersSent: number;
  readonly deadlinePassed: boolean;
  /** Since when money is to be given back. */
  readonly refundDueSince?: Millis | undefined;
  readonly refundNudges: number;
  /** What is to be given back and has not been: of seats, and whole payments too many. Absent in stories that began before it was kept. */
  readonly owed?: Owed | undefined;
  /** Nothing was asked for it: nothing is owed when its seats go back. */
  readonly free?: boolean | undefined;
  /** Nothing of a cancelled order may leave; nor of one whose payment came when its seats were sold. */
  readonly cancelled: boolean;
  readonly performanceOver: boolean;
  /** Ids of the commands already obeyed: an Update is idempotent in one run only, a story may be resumed. */
  readonly seen: readonly string[];
}
