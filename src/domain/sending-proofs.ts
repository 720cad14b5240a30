import type { SeatNo } from './decision/decision';
import { can } from './order/can';
import type { OrderView } from './order-view';
import { Refusal } from './refusal';

/** A family card and its back, an enrolment and its pages; not somebody's whole phone. */
export const MOST_FILES = 10;

/** What an order may keep with us at the same time, those included that were replaced a moment ago. */
export function mostKept({ seats }: Pick<OrderView, 'seats'>): number {
  return MOST_FILES * Math.max(2, seats.length);
}

/** Paid, not cancelled, and the curtain has not risen. */
export function isLive(order: OrderView, now: string): boolean {
  const closed: readonly OrderView['status'][] = ['cancelled', 'refunded', 'over', 'expired', 'awaiting-payment'];
  const paid = order.payment === 'paid' || order.payment === 'refund-due';
  return paid && !closed.includes(order.status) && now < order.performance.startsAt;
}

/** Asked before a byte of a file is read, of the order as it is recorded; the story will ask again. */
export function refuseIdleProof(order: OrderView, seats: readonly SeatNo[], now: string): void {
  if (order.payment === 'pending' || order.payment === 'failed')
    throw new Refusal('order-not-paid', `Order ${order.reference} is not paid.`);
  if (now >= order.performance.startsAt) throw new Refusal('order-over', `The performance of ${order.reference} has begun.`);
  for (const no of seats) {
    const seat = order.seats.find((one) => one.no === no);
    if (!seat) throw new Refusal('seat-not-found', `No seat ${no}.`, { seat: no });
    if (!isLive(order, now) || seat.settling || !can('depositProof', seat)) {
      throw new Refusal('not-allowed-now', `Seat ${no} is ${seat.proof}.`, { seat: no, state: seat.proof });
    }
  }
}
