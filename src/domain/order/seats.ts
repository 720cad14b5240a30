import type { SeatNo } from '../decision/decision';
import { Refusal } from '../refusal';
import type { OrderState, Seat } from './state';

export function seatOf(state: OrderState, no: SeatNo): Seat {
  const seat = state.seats.find((one) => one.no === no);
  if (!seat) throw new Refusal('seat-not-found', `The order has no seat ${no}.`, { seat: no });
  return seat;
}

/** The same order with those seats changed. */
export function changeSeats(state: OrderState, numbers: readonly SeatNo[], change: (seat: Seat) => Seat): OrderState {
  return { ...state, seats: state.seats.map((seat) => (numbers.includes(seat.no) ? change(seat) : seat)) };
}

export function numbersOf(seats: readonly Seat[]): readonly SeatNo[] {
  return seats.map((seat) => seat.no);
}

/** Decided, but still inside the undo window. */
export function isSettling(state: OrderState, no: SeatNo): boolean {
  return state.settling.some((decision) => decision.seats.some((entry) => entry.seat === no));
}
