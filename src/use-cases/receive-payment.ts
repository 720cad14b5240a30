import { Refusal } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { OrderRuns } from '../ports/order-runs';
import type { NotificationRequest, PaymentNotification, PaymentProvider, Payments, ReceivedPayment } from '../ports/sale/payments';
import type { Starting } from './start-story';
import { startStory } from './start-story';

interface Needs {
  readonly payments: Pick<Payments, 'recordRefused'>;
  readonly provider: PaymentProvider;
  readonly hearPayment: HearPayment;
  readonly clock: Clock;
  readonly hash: (text: string) => string;
}

export type HearPayment = (notification: PaymentNotification) => Promise<ReceivedPayment>;

interface Hearing {
  readonly orders: Starting['orders'];
  readonly payments: Pick<Payments, 'receive' | 'markTold'>;
  readonly runs: OrderRuns;
  readonly clock: Clock;
  /** A story that could not be told now is told by the sweep; somebody should know. */
  readonly warn: (what: string, fault: unknown) => void;
}

/**
 * A payment provider's server notification: verified, stored, and then told to the order's story. What is refused is
 * recorded too. Once stored it is never refused again because Temporal is away: the sweep starts what is missing.
 */
export function createReceivePayment({ payments, provider, hearPayment, clock, hash }: Needs) {
  return async (request: NotificationRequest): Promise<ReceivedPayment> => hearPayment(await read(request));

  async function read(request: NotificationRequest) {
    try {
      return provider.readNotification(request);
    } catch (refusal) {
      if (refusal instanceof Refusal) await payments.recordRefused(provider.name, refusal.code, hash(wholeOf(request)), clock.now());
      throw refusal;
    }
  }
}

/** What a provider may have signed of it, as one text. */
function wholeOf({ query, body }: NotificationRequest): string {
  return query === '' ? body.toString('utf8') : `${query}\n${body.toString('utf8')}`;
}

/** What a provider said, whether it told us or we asked. */
export function createHearPayment({ orders, payments, runs, clock, warn }: Hearing): HearPayment {
  return async (notification) => {
    const received = await payments.receive(notification, clock.now());
    if (received.verdict === 'duplicate' || received.verdict === 'refused-by-provider') return received;
    try {
      await tell({ orders, payments, runs }, received);
    } catch (fault) {
      warn('payment stored, story to be told by the sweep', fault);
    }
    return received;
  };
}

interface Telling extends Starting {
  readonly runs: Starting['runs'] & Pick<OrderRuns, 'paymentReceived'>;
  readonly payments: Pick<Payments, 'markTold'>;
}

/** Starts the order's story, or tells a running one of a payment beyond the first. May be called again. */
export async function tell({ orders, payments, runs }: Telling, received: ReceivedPayment): Promise<void> {
  const story = await orders.story(received.order);
  if (!story) throw new Error(`Payment ${received.payment} was received for ${received.order}, which has no story.`);
  await startStory({ orders, runs }, story);
  if (received.verdict === 'second' || received.verdict === 'upgrade') {
    await tellBeyondFirst(runs, received);
  }
  await payments.markTold(received.payment);
}

/** A story that is over hears nothing more; the payment stays recorded as owed. */
async function tellBeyondFirst(runs: Telling['runs'], { order, payment, upgradeOf }: ReceivedPayment): Promise<void> {
  try {
    await runs.paymentReceived(order, { payment, upgradeOf });
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
  }
}
