import type { SeatDecision } from '../../domain/decision/decision';
import { letsATicketOut } from '../../domain/order/can';
import { stillToLeave } from '../../domain/order/given-up';
import type { OrderView } from '../../domain/order-view';

/** How many tickets leave with an answer: those that it lets out, and those that wait to leave with them. */
export function ticketsLeaving(order: Pick<OrderView, 'seats'>, decisions: readonly SeatDecision[]): number {
  const letOut = decisions.filter(({ kind }) => kind === 'approve' || kind === 'check-at-door').map(({ seat }) => seat);
  if (letOut.length === 0) return 0;
  const beside = stillToLeave(order).filter((seat) => letsATicketOut(seat) && !letOut.includes(seat.no));
  return letOut.length + beside.length;
}
