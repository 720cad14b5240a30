import type { SeatNo } from '../decision/decision';
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

/**
 * The letter with its tickets has been handed over, or was refused for good. What it told otherwise than it is now is told again; of
 * tickets in it that were cancelled meanwhile, that they are good no more.
 */
export function dispatched(state: OrderState, event: Dispatched): Outcome {
  const { release: number, failed, told } = event;
  const left = state.seats.filter((seat) => seat.release === number && seat.delivery === 'ready');
  const next = changeSeats(heard(state, number), numbersOf(left), (seat) => ({
    ...seat,
    delivery: failed ? 'failed' : 'sent',
    rewordedBy: undefined,
  }));
  const outdated = numbersOf(left.filter(({ rewordedBy }) => told !== undefined && rewordedBy !== undefined && told < rewordedBy));
  const again =
    failed || state.performanceOver || outdated.length === 0 ? [] : [letter(state, 'tickets-again', { count: state.seq, seats: outdated })];
  return outcome(next, ...again, ...toldVoid(state, event));
}

/** The state, where those seats are about to be given up, or held again: a letter that is on its way may carry their tickets. */
export function cancelledOnTheWay(state: OrderState, seats: readonly SeatNo[], command: string): OrderState {
  const cancelled = state.seats.flatMap(({ no: seat, delivery, release: number }) =>
    seats.includes(seat) && delivery === 'ready' && number !== undefined ? [{ seat, release: number, command, by: state.seq + 1 }] : [],
  );
  return cancelled.length === 0 ? state : { ...state, cancelledOnTheWay: [...(state.cancelledOnTheWay ?? []), ...cancelled] };
}

type CarriedAway = Pick<Dispatched, 'release' | 'failed' | 'told' | 'carried'>;

/** Tickets that have left in that letter, and were cancelled while it was on its way. */
export function leftCancelled(state: OrderState, { release: number, failed, told, carried }: CarriedAway) {
  const cancelled = state.cancelledOnTheWay ?? [];
  if (failed || told === undefined || state.performanceOver) return [];
  return cancelled.filter(({ seat, release: of, by }) => of === number && told < by && carried?.includes(seat));
}

/** One for each command, which says why. */
function toldVoid(state: OrderState, event: CarriedAway): readonly Effect[] {
  const left = leftCancelled(state, event);
  const commands = [...new Set(left.map(({ command }) => command))];
  return commands.map((command) => {
    const seats = left.filter((one) => one.command === command).map(({ seat }) => seat);
    return letter(state, 'ticket-void', { command, count: state.seq, seats });
  });
}

function heard(state: OrderState, number: number): OrderState {
  const rest = state.cancelledOnTheWay?.filter((one) => one.release !== number);
  return rest ? { ...state, cancelledOnTheWay: rest.length > 0 ? rest : undefined } : state;
}

/** The seat, where its ticket is about to read otherwise: a letter that is on its way may have been written before. */
export function reworded({ seq }: OrderState, seat: Seat): Seat {
  return seat.delivery === 'ready' ? { ...seat, rewordedBy: seq + 1 } : seat;
}
