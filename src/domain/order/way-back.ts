import { type Cents, cents, total } from '../money';
import type { OrderView, PaymentView, SeatView } from '../order-view';
import { NOT_AT_A_COUNTER } from '../sale/channel';
import { paidForSeats } from './amounts';

/** How money comes back: a provider returns it by itself, what was paid across the counter is given back there. */
export type WayBack = 'provider' | 'counter' | 'both';

export interface BackByWay {
  readonly provider: Cents;
  /** Fetched there, or handed over there already. */
  readonly counter: Cents;
}

/** What goes back of these seats, by each way: a difference by the way it came, the rest as the order was paid. */
export function backByWay({ payments }: Pick<OrderView, 'payments'>, seats: readonly SeatView[]): BackByWay {
  const all = paidForSeats(seats);
  const kept = payments.filter(({ tooMany }) => !tooMany);
  const atCounter = (payment: PaymentView | undefined) => payment !== undefined && wayOfPayments([payment]) === 'counter';
  const settled = seats.filter(({ upgradedAt }) => upgradedAt !== undefined);
  const differences = settled.map(({ no, toFullPrice }) => ({ toFullPrice, payment: kept.findLast(({ upgradeOf }) => upgradeOf === no) }));
  const known = differences.filter(({ payment }) => payment !== undefined);
  const apart = known.filter(({ payment }) => atCounter(payment)).map(({ toFullPrice }) => toFullPrice);
  const rest = all - total(known.map(({ toFullPrice }) => toFullPrice));
  const counter = cents(total(apart) + (atCounter(kept.find(({ upgradeOf }) => upgradeOf === undefined)) ? rest : 0));
  return { provider: cents(all - counter), counter };
}

export function wayOf({ provider, counter }: BackByWay): WayBack {
  if (counter === 0) return 'provider';
  return provider === 0 ? 'counter' : 'both';
}

/** Of the payment of that reference; where there is none, of all that was paid. */
export function wayOfPayment({ payments }: Pick<OrderView, 'payments'>, reference: string | undefined): WayBack {
  const own = payments.filter((payment) => payment.reference === reference);
  return wayOfPayments(own.length > 0 ? own : payments);
}

function wayOfPayments(payments: readonly PaymentView[]): WayBack {
  const paid = payments.filter(({ amount }) => amount > 0);
  const counter = paid.filter(({ method }) => !NOT_AT_A_COUNTER.includes(method));
  if (counter.length === 0) return 'provider';
  return counter.length === paid.length ? 'counter' : 'both';
}
