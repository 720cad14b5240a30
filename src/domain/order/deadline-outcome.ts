import type { Millis } from '../time';
import { isUnsettledAtTheDeadline } from './can';
import type { Outcome } from './effect';
import { andThen, letter, outcome } from './effect';
import { refundSeats } from './money';
import { release } from './release';
import { changeSeats, isSettling, numbersOf } from './seats';
import type { OrderState, Seat } from './state';

/**
 * Time is up: the venue's outcome applies at once to every seat without an accepted proof. A seat still under review
 * goes to the door whatever the venue chose: our delay never costs the spectator the seat. A decision inside its undo
 * window keeps its window; this runs again when it settles.
 */
export function applyDeadline(state: OrderState, at: Millis): Outcome {
  const unsettled = state.seats.filter((seat) => !isSettling(state, seat.no) && isUnsettledAtTheDeadline(seat));
  const late = state.paidAt >= state.deadlineAt;
  const goesToDoor = (seat: Seat) => late || seat.proof === 'under-review' || state.policy.deadlineOutcome === 'check-at-door';
  const toDoor = numbersOf(unsettled.filter(goesToDoor));
  const others = numbersOf(unsettled.filter((seat) => !goesToDoor(seat)));
  const passed = { ...state, deadlinePassed: true, review: undefined, gatherUntil: undefined };
  const atDoor = changeSeats(passed, toDoor, (seat) => ({ ...seat, proof: 'check-at-door' }));
  const released = release(atDoor, at);
  if (others.length === 0) return released;
  return andThen(released, (next) =>
    outcomeOf(
      changeSeats(next, others, (seat) => ({ ...seat, proof: 'expired' })),
      others,
      at,
    ),
  );
}

/** Two hours before the performance nothing is left open: what was offered at the full price goes to the door. */
export function lastCall(state: OrderState, at: Millis): Outcome {
  const open = state.seats.filter((seat) => !isSettling(state, seat.no) && (seat.proof === 'expired' || isUnsettledAtTheDeadline(seat)));
  const next = changeSeats({ ...state, review: undefined }, numbersOf(open), (seat) => ({ ...seat, proof: 'check-at-door' }));
  return release(next, at);
}

function outcomeOf(state: OrderState, seats: readonly number[], at: Millis): Outcome {
  const told = letter(state, 'deadline', { seats, count: state.seq });
  if (state.policy.deadlineOutcome === 'refund') return andThen(refundSeats(state, seats, at), (next) => outcome(next, told));
  return outcome({ ...state, lastContactAt: at }, told);
}
