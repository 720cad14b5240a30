import { Refusal } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';
import type { PaymentProvider, Payments, ReceivedPayment } from '../ports/sale/payments';

interface Needs {
  readonly orders: Pick<Orders, 'story'>;
  readonly payments: Pick<Payments, 'receive' | 'recordRefused' | 'markTold'>;
  readonly provider: PaymentProvider;
  readonly runs: OrderRuns;
  readonly clock: Clock;
  readonly hash: (text: string) => string;
  /** A story that could not be told now is told by the sweep; somebody should know. */
  readonly warn: (what: string, fault: unknown) => void;
}

/**
 * A payment provider's server notification: verified, stored, and then told to the order's story. What is refused is
 * recorded too. Once stored it is never refused again because Temporal is away: the sweep starts what is missing.
 */
export function createReceivePayment({ orders, payments, provider, runs, clock, hash, warn }: Needs) {
  return async (rawBody: string): Promise<ReceivedPayment> => {
    const notification = await parse(rawBody);
    const received = await payments.receive(notification, clock.now());
    if (received.verdict === 'duplicate' || received.verdict === 'refused-by-provider') return received;
    try {
      await tell({ orders, payments, runs }, received);
    } catch (fault) {
      warn('payment stored, story to be told by the sweep', fault);
    }
    return received;
  };

  async function parse(rawBody: string) {
    try {
      return provider.parseNotification(rawBody);
    } catch (refusal) {
      if (refusal instanceof Refusal) await payments.recordRefused(provider.name, refusal.code, hash(rawBody), clock.now());
      throw refusal;
    }
  }
}

/** Starts the order's story, or tells a running one of a payment beyond the first. May be called again. */
export async function tell(
  { orders, payments, runs }: Pick<Needs, 'orders' | 'runs'> & { readonly payments: Pick<Payments, 'markTold'> },
  received: ReceivedPayment,
): Promise<void> {
  const story = await orders.story(received.order);
  if (!story) throw new Error(`Payment ${received.payment} was received for ${received.order}, which has no story.`);
  await runs.start(story);
  if (received.verdict === 'second' || received.verdict === 'upgrade') {
    await tellBeyondFirst(runs, received);
  }
  await payments.markTold(received.payment);
}

/** A story that is over hears nothing more; the payment stays recorded as owed. */
async function tellBeyondFirst(runs: OrderRuns, { order, payment, upgradeOf }: ReceivedPayment): Promise<void> {
  try {
    await runs.paymentReceived(order, { payment, upgradeOf });
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
  }
}
