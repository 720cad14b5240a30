import { Refusal } from '../domain/refusal';
import type { OrderView } from '../domain/order-view';
import { asTold } from '../domain/order/as-told';
import { mayPayFullPrice } from '../domain/order/companions';
import { isLive } from '../domain/sending-proofs';
import { FREE } from '../domain/sale/channel';
import type { Clock } from '../ports/clock';
import type { OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';
import type { PaymentProvider, Payments } from '../ports/sale/payments';
import { tell } from './receive-payment';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'story' | 'allowStanding'>;
  readonly payments: Pick<Payments, 'open' | 'take' | 'markTold'>;
  readonly runs: OrderRuns;
  readonly provider: PaymentProvider;
  readonly clock: Clock;
  /** Where the provider sends the browser back, and where it notifies us. */
  readonly returnUrl: (order: string, difference?: { readonly seat: number; readonly payment: string }) => string;
  readonly notifyUrl: string;
  readonly warn: (what: string, fault: unknown) => void;
}

/**
 * Where to pay an order, or the difference to the full tariff of one seat: the provider's page. Of an order of nothing
 * nothing is asked: it is confirmed here and now, and the way leads to where a payment would have ended.
 */
export function createAskPayment({ orders, payments, provider, runs, clock, returnUrl, notifyUrl, warn }: Needs) {
  return async (ask: { readonly order: string; readonly upgradeOf?: number | undefined }): Promise<string> => {
    const view = await orders.view(ask.order);
    if (!view) throw new Refusal('order-not-found', `No order ${ask.order}.`);
    const amount = ask.upgradeOf === undefined ? totalOf(view) : differenceOf(view, ask.upgradeOf, clock.now());
    if (amount === 0) {
      await confirmFree(ask.order);
      return returnUrl(ask.order);
    }
    const { reference } = await payments.open({ order: ask.order, amount, upgradeOf: ask.upgradeOf, at: clock.now() });
    return provider.pageFor({
      reference,
      amount,
      language: view.language,
      description: `${view.performance.showTitle}, ${ask.order}`,
      returnUrl: returnUrl(ask.order, ask.upgradeOf === undefined ? undefined : { seat: ask.upgradeOf, payment: reference }),
      notifyUrl,
    });
  };

  async function confirmFree(order: string): Promise<void> {
    const taken = await payments.take({ order, method: FREE, at: clock.now() });
    await tell({ orders, payments, runs }, taken).catch((fault: unknown) =>
      warn('free order stored, story to be told by the sweep', fault),
    );
  }
}

function totalOf(view: OrderView): OrderView['total'] {
  if (view.payment !== 'pending' && view.payment !== 'failed') {
    throw new Refusal('payment-not-open', `Order ${view.reference} is ${view.payment}.`, { state: view.payment });
  }
  return view.total;
}

function differenceOf(view: OrderView, no: number, now: string): OrderView['total'] {
  const seat = view.seats.find((one) => one.no === no);
  if (!seat) throw new Refusal('seat-not-found', `Order ${view.reference} has no seat ${no}.`, { seat: no });
  if (seat.settling || seat.toFullPrice === 0 || !mayPayFullPrice(asTold(view).seats, seat)) {
    throw new Refusal('not-allowed-now', `Seat ${no} is ${seat.proof}.`, { seat: no, state: seat.proof });
  }
  if (!isLive(view, now)) throw new Refusal('order-over', `The performance of ${view.reference} has begun, or it was given up.`);
  if (view.tickets.some((ticket) => ticket.seat === no && ticket.admission === 'used')) {
    throw new Refusal('already-entered', `The ticket of seat ${no} was used.`, { seat: no });
  }
  return seat.toFullPrice;
}
