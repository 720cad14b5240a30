import type { Language } from '../../domain/language';
import type { OrderView, PaymentView } from '../../domain/order-view';
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

/** Of the seats of an order; a payment too many goes back by itself. */
export function wayBackOf({ payments }: Pick<OrderView, 'payments'>): WayBack {
  return wayBack(payments.filter(({ tooMany }) => !tooMany));
}

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
