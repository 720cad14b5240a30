import type { Millis } from '../time';
import { Refusal } from '../refusal';
import { can } from './can';
import type { Effect, Outcome } from './effect';
import { andThen, letter, outcome } from './effect';
import type { OrderEvent } from './event';
import { closeReviewIfDone } from './proofs';
import { releaseIfDecided, reworded } from './release';
import { changeSeats, isSettling, seatOf } from './seats';
import type { OrderState, Seat } from './state';

type DifferenceTaken = Extract<OrderEvent, { kind: 'difference-taken' }>;
interface Said {
  readonly at: Millis;
  readonly command: string;
}

function mayUpgrade(state: OrderState, seat: Seat): boolean {
  return !state.cancelled && !isSettling(state, seat.no) && can('payFullPrice', seat);
}

type Paid = Pick<Extract<OrderEvent, { kind: 'payment-received' }>, 'checkedAtDoor' | 'underReview'>;

/**
 * Whether money that arrives from elsewhere settles the seat. A proof may have come since the payment was begun: whoever has paid the
 * full tariff asks for nothing to be checked. A decision that was taken meanwhile stands.
 */
export function settles(state: OrderState, seat: Seat, { checkedAtDoor, underReview }: Paid): boolean {
  if (seat.proof === 'under-review') return underReview === true && !state.cancelled;
  return mayUpgrade(state, seat) && (seat.proof !== 'check-at-door' || checkedAtDoor === true);
}

/** The difference is paid. A ticket that is out already stays the same ticket: nothing is to be shown with it any more. */
export function upgrade(state: OrderState, seat: Seat, { at, command }: Said): Outcome {
  const paying = { ...state, free: undefined, lastContactAt: at };
  const next = changeSeats(paying, [seat.no], (one) => ({
    ...reworded(state, one),
    proof: 'upgraded',
    reason: undefined,
    ...(one.free && { free: false }),
  }));
  return andThen(outcome(closeReviewIfDone(next), ...askedAtDoor(state, seat, { command, proof: false })), (paid) =>
    releaseIfDecided(paid, at),
  );
}

/** Across the counter: the money is in the till, and the record writes it with the seat. */
export function takeDifference(state: OrderState, event: DifferenceTaken): Outcome {
  const seat = seatOf(state, event.seat);
  if (seat.proof === 'upgraded') throw new Refusal('difference-settled', `Seat ${seat.no} is paid up.`, { seat: seat.no });
  if (!mayUpgrade(state, seat))
    throw new Refusal('not-allowed-now', `Seat ${seat.no} is ${seat.proof}.`, { seat: seat.no, state: seat.proof });
  const { method, channel, operator, at } = event;
  const taken: Effect = { kind: 'take-difference', seat: seat.no, method, channel, operator };
  const { proof, reason, release, delivery } = seat;
  const before = delivery === 'held' ? { proof, reason, release } : undefined;
  const noted = changeSeats(state, [seat.no], (one) => ({ ...one, differenceTakenAt: at, beforeDifference: before }));
  return andThen(outcome(noted, taken), (next) => upgrade(next, seat, event));
}

/** Of a ticket that is out: what the door asks, and the ticket once more, as it reads now. One still on its way is printed so, or follows when it has left (release.ts). */
export function askedAtDoor(
  state: OrderState,
  { no, delivery }: Seat,
  { command, proof }: Pick<Said, 'command'> & { readonly proof: boolean },
) {
  const isOut = delivery === 'ready' || delivery === 'sent' || delivery === 'failed';
  const asked: Effect = { kind: 'ask-at-door', seat: no, proof };
  return [...(isOut ? [asked] : []), ...(delivery === 'sent' ? [letter(state, 'tickets-again', { command, seats: [no] })] : [])];
}
