import { Refusal } from '../domain/refusal';
import type { OrderView } from '../domain/order-view';
import { can } from '../domain/order/can';
import type { Clock } from '../ports/clock';
import type { Orders } from '../ports/orders';
import type { PaymentProvider, Payments } from '../ports/sale/payments';

interface Needs {
  readonly orders: Pick<Orders, 'view'>;
  readonly payments: Pick<Payments, 'open'>;
  readonly provider: PaymentProvider;
  readonly clock: Clock;
  /** Where the provider sends the browser back, and where it notifies us. */
  readonly returnUrl: (order: string) => string;
  readonly notifyUrl: string;
}

/** The provider's page for an unpaid order, or for the difference to the full tariff of one seat. */
export function createAskPayment({ orders, payments, provider, clock, returnUrl, notifyUrl }: Needs) {
  return async (ask: { readonly order: string; readonly upgradeOf?: number | undefined }): Promise<string> => {
    const view = await orders.view(ask.order);
    if (!view) throw new Refusal('order-not-found', `No order ${ask.order}.`);
    const amount = ask.upgradeOf === undefined ? totalOf(view) : differenceOf(view, ask.upgradeOf);
    const { reference } = await payments.open({ order: ask.order, amount, upgradeOf: ask.upgradeOf, at: clock.now() });
    return provider.pageFor({
      reference,
      amount,
      language: view.language,
      description: `${view.performance.showTitle}, ${ask.order}`,
      returnUrl: returnUrl(ask.order),
      notifyUrl,
    });
  };
}

function totalOf(view: OrderView): OrderView['total'] {
  if (view.payment !== 'pending' && view.payment !== 'failed') {
    throw new Refusal('payment-not-open', `Order ${view.reference} is ${view.payment}.`, { state: view.payment });
  }
  return view.total;
}

function differenceOf(view: OrderView, no: number): OrderView['total'] {
  const seat = view.seats.find((one) => one.no === no);
  if (!seat) throw new Refusal('seat-not-found', `Order ${view.reference} has no seat ${no}.`, { seat: no });
  if (seat.settling || seat.toFullPrice === 0 || !can('payFullPrice', seat)) {
    throw new Refusal('not-allowed-now', `Seat ${no} is ${seat.proof}.`, { seat: no, state: seat.proof });
  }
  return seat.toFullPrice;
}
