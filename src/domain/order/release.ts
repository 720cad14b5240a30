import type { Millis } from '../time';
import { letsATicketOut } from './can';
import type { Effect, Outcome } from './effect';
import { letter, outcome } from './effect';
import type { OrderEvent } from './event';
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

type Dispatched = Extract<OrderEvent, { kind: 'dispatched' }>;

/** The letter with its tickets has been handed over, or was refused for good. What it told otherwise than it is now is told again. */
export function dispatched(state: OrderState, { release: number, failed, told }: Dispatched): Outcome {
  const left = state.seats.filter((seat) => seat.release === number && seat.delivery === 'ready');
  const next = changeSeats(state, numbersOf(left), (seat) => ({ ...seat, delivery: failed ? 'failed' : 'sent', rewordedBy: undefined }));
  const outdated = numbersOf(left.filter(({ rewordedBy }) => told !== undefined && rewordedBy !== undefined && told < rewordedBy));
  if (failed || outdated.length === 0) return outcome(next);
  return outcome(next, letter(state, 'tickets-again', { count: state.seq, seats: outdated }));
}

/** The seat, where its ticket is about to read otherwise: a letter that is on its way may have been written before. */
export function reworded({ seq }: OrderState, seat: Seat): Seat {
  return seat.delivery === 'ready' ? { ...seat, rewordedBy: seq + 1 } : seat;
}
