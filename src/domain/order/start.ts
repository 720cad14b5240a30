import type { Millis } from '../time';
import type { VenuePolicy } from '../venue-policy';
import { applyDeadline } from './deadline-outcome';
import { proofDeadline } from './deadline';
import type { Outcome } from './effect';
import { andThen, letter, outcome } from './effect';
import { release } from './release';
import type { Companionship, OrderState, PaymentState, ProofState } from './state';

/** What is known of an order when its money arrives. */
export interface PaidOrder {
  readonly order: string;
  readonly venue: number;
  readonly paidAt: Millis;
  readonly performanceAt: Millis;
  readonly overAt: Millis;
  readonly policy: VenuePolicy;
  /** `refund-due` when the payment came after the hold and the seats were sold. */
  readonly payment: Extract<PaymentState, 'paid' | 'refund-due'>;
  readonly free?: boolean | undefined;
  readonly seats: readonly PaidSeat[];
}

interface PaidSeat {
  readonly no: number;
  readonly needsProof: boolean;
  /** Sold at the counter to a person who showed it. */
  readonly proofSeen?: boolean | undefined;
  readonly companionship?: Companionship | undefined;
  readonly free?: boolean | undefined;
}

/** The state in which a story starts; its first event is `started`. */
export function storyOf(paid: PaidOrder): OrderState {
  const { order, venue, paidAt, performanceAt, overAt, policy, payment, free } = paid;
  const owed = payment === 'refund-due';
  return {
    ...{ order, venue, seq: 0, payment, paidAt, performanceAt, overAt, policy },
    deadlineAt: proofDeadline(paidAt, performanceAt, policy),
    seats: paid.seats.map(({ companionship, free: nothing, ...seat }) => ({
      no: seat.no,
      proof: firstProof(seat, owed),
      delivery: owed ? 'void' : 'held',
      ...(companionship ? { companionship } : {}),
      ...(nothing ? { free: nothing } : {}),
    })),
    ...{ reviewsOpened: 0, settling: [], releases: 0, lastContactAt: paidAt, remindersSent: 0, deadlinePassed: false },
    ...(owed ? { refundDueSince: paidAt } : {}),
    ...(free ? { free } : {}),
    owed: { seats: owed ? paid.seats.filter(({ free: nothing }) => !nothing).map(({ no }) => no) : [], payments: [] },
    ...{ refundNudges: 0, cancelled: owed, performanceOver: false, seen: [] },
  };
}

function firstProof({ needsProof, proofSeen }: PaidSeat, owed: boolean): ProofState {
  if (!needsProof) return 'not-required';
  if (owed) return 'refunded';
  return proofSeen ? 'approved' : 'awaiting-proof';
}

/** Nothing to prove: the tickets leave at once. Otherwise the spectator hears what is asked, until when and how. */
export function start(state: OrderState, at: Millis): Outcome {
  if (state.cancelled) {
    return outcome(state, letter(state, 'order-refund'), letter(state, 'refund-to-do', { seats: state.seats.map((seat) => seat.no) }));
  }
  const waiting = state.seats.some((seat) => seat.proof === 'awaiting-proof');
  if (!waiting) return release({ ...state, deadlinePassed: true }, at);
  if (state.paidAt >= state.deadlineAt) return applyDeadline(state, at);
  const told = outcome(state, letter(state, 'confirmation'), letter(state, 'venue-copy', { copyOf: 'confirmation' }));
  return state.policy.fullPriceAtOnce ? andThen(told, (next) => release(next, at)) : told;
}
