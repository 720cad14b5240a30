import type { Millis } from '../time';
import { HOUR } from '../time';
import type { SeatNo } from '../decision/decision';
import { Refusal } from '../refusal';
import { applyDeadline } from './deadline-outcome';
import { askedAtDoor } from './difference';
import type { Outcome } from './effect';
import { andThen, letter, outcome } from './effect';
import type { OrderEvent } from './event';
import { cancelledOnTheWay, reworded } from './release';
import { changeSeats, seatOf } from './seats';
import type { OrderState, Seat } from './state';

type DifferenceGivenBack = Extract<OrderEvent, { kind: 'difference-given-back' }>;

/** How long a difference that was taken at a counter can be given back there: whoever paid is still near. */
export const GIVE_BACK_MS = HOUR;

/** The seat is what it was before: its ticket that left for the money is good no more, one that was out before is asked about at the door. */
export function giveDifferenceBack(state: OrderState, event: DifferenceGivenBack): Outcome {
  const seat = seatOf(state, event.seat);
  refuseToGiveBack(state, seat, event.at);
  const next = { ...state, lastContactAt: event.at };
  const { beforeDifference: before } = seat;
  return before ? heldAgain(next, { seat, before, event }) : atDoorAgain(next, seat, event);
}

/** The ticket left for this money, or is about to: it does not stay out without it. */
export function leftForTheDifference(state: OrderState, no: SeatNo): boolean {
  return state.seats.some((seat) => seat.no === no && seat.beforeDifference !== undefined);
}

function refuseToGiveBack(state: OrderState, { no, proof, differenceTakenAt: takenAt }: Seat, at: Millis): void {
  if (state.cancelled || proof !== 'upgraded') throw new Refusal('not-allowed-now', `Seat ${no} is ${proof}.`, { seat: no, state: proof });
  if (takenAt === undefined || at >= takenAt + GIVE_BACK_MS) {
    throw new Refusal('too-late-to-give-back', `The difference of seat ${no} is not to be given back at a counter.`, { seat: no });
  }
}

interface Held {
  readonly seat: Seat;
  readonly before: NonNullable<Seat['beforeDifference']>;
  readonly event: DifferenceGivenBack;
}

/** A ticket that has left is told to be good no more; one that is on its way, when it has left (release.ts). Where its deadline has passed meanwhile, the venue's outcome applies to it now. */
function heldAgain(state: OrderState, { seat: { no, delivery }, before, event: { at, command } }: Held): Outcome {
  const next = changeSeats(cancelledOnTheWay(state, [no], command), [no], (one) => ({ ...unpaid(one), ...before, delivery: 'held' }));
  const told = delivery === 'sent' ? [letter(state, 'ticket-void', { command, seats: [no] })] : [];
  const back = outcome(next, { kind: 'give-difference-back', seat: no }, { kind: 'void', seats: [no] }, ...told);
  return state.deadlinePassed ? andThen(back, (after) => applyDeadline(after, at)) : back;
}

function atDoorAgain(state: OrderState, seat: Seat, { command }: DifferenceGivenBack): Outcome {
  const next = changeSeats(state, [seat.no], (one) => ({ ...unpaid(reworded(state, one)), proof: 'check-at-door' }));
  return outcome(next, { kind: 'give-difference-back', seat: seat.no }, ...askedAtDoor(state, seat, { command, proof: true }));
}

function unpaid(seat: Seat): Seat {
  return { ...seat, differenceTakenAt: undefined, beforeDifference: undefined, ...(seat.free === false && { free: true }) };
}
