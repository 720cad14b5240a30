import { isSettling } from './seats';
import { waitsForTheSpectator } from './can';
import type { OrderState } from './state';
import { isOver } from './timers';

/** Where an order stands, in one word: what people filter by, on the desk and in Temporal's UI. */
export const ORDER_STATUSES = [
  'awaiting-payment',
  'awaiting-proof',
  'under-review',
  'settling',
  'released',
  'refund-due',
  'refunded',
  'cancelled',
  'expired',
  'over',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Who must act next. */
export const WAITED_FOR = ['payment', 'spectator', 'reviewer', 'undo-window', 'refund', 'performance', 'nobody'] as const;
export type WaitsFor = (typeof WAITED_FOR)[number];

export interface OrderSummary {
  readonly status: OrderStatus;
  readonly waitsFor: WaitsFor;
}

export function summary(state: OrderState): OrderSummary {
  if (isOver(state)) return { status: state.cancelled ? closed(state) : 'over', waitsFor: 'nobody' };
  if (state.payment === 'refund-due' && state.cancelled) return { status: 'refund-due', waitsFor: 'refund' };
  if (state.seats.some((seat) => seat.proof === 'under-review')) return { status: 'under-review', waitsFor: 'reviewer' };
  if (state.settling.length > 0) return { status: 'settling', waitsFor: 'undo-window' };
  const waiting = state.seats.some((seat) => !isSettling(state, seat.no) && (waitsForTheSpectator(seat) || seat.proof === 'expired'));
  if (waiting) return { status: 'awaiting-proof', waitsFor: 'spectator' };
  if (state.payment === 'refund-due') return { status: 'refund-due', waitsFor: 'refund' };
  // The deadline gave back every seat, and the story waits for its end.
  if (state.seats.every((seat) => seat.delivery === 'void')) return { status: closed(state), waitsFor: 'performance' };
  return { status: 'released', waitsFor: 'performance' };
}

function closed(state: OrderState): OrderStatus {
  return state.payment === 'refunded' ? 'refunded' : 'cancelled';
}
