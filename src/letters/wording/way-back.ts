import type { Language } from '../../domain/language';
import { type Cents, cents, total } from '../../domain/money';
import { paidForSeats } from '../../domain/order/amounts';
import type { OrderView, PaymentView, SeatView } from '../../domain/order-view';
import { euros } from '../../wording/amounts';
import type { OrderFacts } from '../writing';
import { NOT_AT_A_COUNTER } from '../../domain/sale/channel';

/** How money comes back: a provider returns it by itself, what was paid across the counter is given back there. */
export type WayBack = 'provider' | 'counter' | 'both';

function wayBack(payments: readonly PaymentView[]): WayBack {
  const paid = payments.filter(({ amount }) => amount > 0);
  const counter = paid.filter(({ method }) => !NOT_AT_A_COUNTER.includes(method));
  if (counter.length === 0) return 'provider';
  return counter.length === paid.length ? 'counter' : 'both';
}

/** What goes back of these seats, by each way: a difference by the way it came, the rest as the order was paid. */
export function moneyBack({ payments }: Pick<OrderView, 'payments'>, seats: readonly SeatView[]): MoneyBack {
  const all = paidForSeats(seats);
  const kept = payments.filter(({ tooMany }) => !tooMany);
  const atCounter = (payment: PaymentView | undefined) => payment !== undefined && wayBack([payment]) === 'counter';
  const settled = seats.filter(({ upgradedAt }) => upgradedAt !== undefined);
  const differences = settled.map(({ no, toFullPrice }) => ({ toFullPrice, payment: kept.findLast(({ upgradeOf }) => upgradeOf === no) }));
  const known = differences.filter(({ payment }) => payment !== undefined);
  const apart = known.filter(({ payment }) => atCounter(payment)).map(({ toFullPrice }) => toFullPrice);
  const rest = all - total(known.map(({ toFullPrice }) => toFullPrice));
  const counter = cents(total(apart) + (atCounter(kept.find(({ upgradeOf }) => upgradeOf === undefined)) ? rest : 0));
  return { provider: cents(all - counter), counter };
}

export interface MoneyBack {
  readonly provider: Cents;
  /** Fetched there, or handed over there already. */
  readonly counter: Cents;
}

export function wayOf({ provider, counter }: MoneyBack): WayBack {
  if (counter === 0) return 'provider';
  return provider === 0 ? 'counter' : 'both';
}

/** « … vous seront rendus … », each amount by its way where there are two. */
export function byTheWay(back: MoneyBack, language: Language): string {
  const way = wayOf(back);
  return way === 'both' ? EACH[language](euros(back.provider, language), euros(back.counter, language)) : BY_THE_WAY[language][way];
}

const EACH: Record<Language, (online: string, counter: string) => string> = {
  fr: (online, counter) => `comme vous aviez payé : ${online} sur votre carte et ${counter} au guichet`,
  en: (online, counter) => `as you paid: ${online} on your card and ${counter} at the box office`,
};

/** Of the one payment that a letter is about. */
export function wayBackOfPayment({ order, payment }: Pick<OrderFacts, 'order' | 'payment'>): WayBack {
  const own = order.payments.filter(({ reference }) => reference === payment?.reference);
  return wayBack(own.length > 0 ? own : order.payments);
}

/** « … vous seront rendus » by which way. */
export const BY_THE_WAY: Record<Language, Record<WayBack, string>> = {
  fr: {
    provider: 'sur votre moyen de paiement',
    counter: 'au guichet, par le moyen dont vous aviez payé',
    both: 'comme vous aviez payé : sur votre carte et au guichet',
  },
  en: {
    provider: 'by the way you paid',
    counter: 'at the box office, by the way you paid',
    both: 'as you paid: on your card and at the box office',
  },
};
