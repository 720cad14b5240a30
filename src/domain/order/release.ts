import type { Millis } from '../time';
import { letsATicketOut } from './can';
import type { Effect, Outcome } from './effect';
import { letter, outcome } from './effect';
import { changeSeats, isSettling, numbersOf } from './seats';
import type { OrderState, Seat } from './state';

/** Lets every ticket out that may leave now, in one document. Nothing to let out: nothing changes. */
export function release(state: OrderState, at: Millis): Outcome {
  const leaving = state.seats.filter((seat) => mayLeave(state, seat));
  if (leaving.length === 0) return outcome(state);
  const seats = numbersOf(leaving);
  const atDoor = numbersOf(leaving.filter((seat) => seat.proof === 'check-at-door'));
  const number = state.releases + 1;
  const next = changeSeats(state, seats, (seat) => ({ ...seat, delivery: 'ready', release: number }));
  const printed: Effect = { kind: 'release', release: number, seats, atDoor };
  return outcome(
    { ...next, releases: number, lastContactAt: at },
    printed,
    letter(state, 'tickets', { release: number }),
    letter(state, 'venue-copy', { copyOf: 'tickets', release: number }),
  );
}

/** Full-price seats of a held order leave with its first release: alone they are no reason for one. */
export function releaseIfDecided(state: OrderState, at: Millis): Outcome {
  const reason = state.seats.some((seat) => seat.proof !== 'not-required' && mayLeave(state, seat));
  return reason ? release(state, at) : outcome(state);
}

function mayLeave(state: OrderState, seat: Seat): boolean {
  return !state.cancelled && seat.delivery === 'held' && letsATicketOut(seat) && !isSettling(state, seat.no);
}

/** The letter with its tickets has been handed over, or was refused for good. */
export function dispatched(state: OrderState, number: number, delivery: 'sent' | 'failed'): Outcome {
  const seats = numbersOf(state.seats.filter((seat) => seat.release === number && seat.delivery === 'ready'));
  return outcome(changeSeats(state, seats, (seat) => ({ ...seat, delivery })));
}
