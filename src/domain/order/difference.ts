import type { Millis } from '../time';
import { HOUR } from '../time';
import { Refusal } from '../refusal';
import { can } from './can';
import type { Effect, Outcome } from './effect';
import { andThen, letter, outcome } from './effect';
import type { OrderEvent } from './event';
import { releaseIfDecided } from './release';
import { changeSeats, isSettling, seatOf } from './seats';
import type { OrderState, Seat } from './state';

type DifferenceTaken = Extract<OrderEvent, { kind: 'difference-taken' }>;
type DifferenceGivenBack = Extract<OrderEvent, { kind: 'difference-given-back' }>;
interface Said {
  readonly at: Millis;
  readonly command: string;
}

/** How long a difference that was taken at a counter can be given back there: whoever paid is still near. */
export const GIVE_BACK_MS = HOUR;

export function mayUpgrade(state: OrderState, seat: Seat): boolean {
  return !state.cancelled && !isSettling(state, seat.no) && can('payFullPrice', seat);
}

/** The difference is paid. A ticket that is out already stays the same ticket: nothing is to be shown with it any more. */
export function upgrade(state: OrderState, seat: Seat, { at, command }: Said): Outcome {
  const paying = { ...state, free: undefined, lastContactAt: at };
  const next = changeSeats(paying, [seat.no], (one) => ({
    ...one,
    proof: 'upgraded',
    reason: undefined,
    ...(one.free && { free: false }),
  }));
  return andThen(outcome(next, ...askedAtDoor(state, seat, { command, proof: false })), (paid) => releaseIfDecided(paid, at));
}

/** Across the counter: the money is in the till, and the record writes it with the seat. */
export function takeDifference(state: OrderState, event: DifferenceTaken): Outcome {
  const seat = seatOf(state, event.seat);
  if (seat.proof === 'upgraded') throw new Refusal('difference-settled', `Seat ${seat.no} is paid up.`, { seat: seat.no });
  if (!mayUpgrade(state, seat))
    throw new Refusal('not-allowed-now', `Seat ${seat.no} is ${seat.proof}.`, { seat: seat.no, state: seat.proof });
  const { method, channel, operator, at } = event;
  const taken: Effect = { kind: 'take-difference', seat: seat.no, method, channel, operator };
  const noted = changeSeats(state, [seat.no], (one) => ({ ...one, differenceTakenAt: at }));
  return andThen(outcome(noted, taken), (next) => upgrade(next, seat, event));
}

/** Whatever the seat was before, its ticket is out now: the door asks for the proof, or the difference. */
export function giveDifferenceBack(state: OrderState, { seat: no, at, command }: DifferenceGivenBack): Outcome {
  const seat = seatOf(state, no);
  const { differenceTakenAt: takenAt } = seat;
  if (state.cancelled || seat.proof !== 'upgraded') {
    throw new Refusal('not-allowed-now', `Seat ${no} is ${seat.proof}.`, { seat: no, state: seat.proof });
  }
  if (takenAt === undefined || at >= takenAt + GIVE_BACK_MS) {
    throw new Refusal('too-late-to-give-back', `The difference of seat ${no} is not to be given back at a counter.`, { seat: no });
  }
  const next = changeSeats({ ...state, lastContactAt: at }, [no], (one) => ({
    ...one,
    proof: 'check-at-door',
    differenceTakenAt: undefined,
    ...(one.free === false && { free: true }),
  }));
  return outcome(next, { kind: 'give-difference-back', seat: no }, ...askedAtDoor(state, seat, { command, proof: true }));
}

/** Of a ticket that is out: what the door asks, and the ticket once more, as it reads now. One still on its way is printed so. */
function askedAtDoor(state: OrderState, { no, delivery }: Seat, { command, proof }: Pick<Said, 'command'> & { readonly proof: boolean }) {
  const isOut = delivery === 'ready' || delivery === 'sent' || delivery === 'failed';
  const asked: Effect = { kind: 'ask-at-door', seat: no, proof };
  return [...(isOut ? [asked] : []), ...(delivery === 'sent' ? [letter(state, 'tickets-again', { command, seats: [no] })] : [])];
}
