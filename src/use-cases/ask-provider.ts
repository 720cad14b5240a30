import { nextAsk } from '../domain/sale/asking';
import { Refusal } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { OpenPayment, PaymentProvider, Payments } from '../ports/sale/payments';
import type { HearPayment } from './receive-payment';

interface Needs {
  readonly payments: Pick<Payments, 'toAsk' | 'askAgain'>;
  readonly provider: Pick<PaymentProvider, 'statusOf'>;
  readonly hearPayment: HearPayment;
  readonly clock: Clock;
  readonly warn: (what: string, fault: unknown) => void;
}

const PAGE = 100;

/**
 * The sweep of payments that were asked for and not heard of: the provider is asked, and its answer is taken as its
 * notification would have been. Returns how many were heard of so.
 */
export function createAskProvider({ payments, provider, hearPayment, clock, warn }: Needs) {
  return async (): Promise<number> => {
    const due = await payments.toAsk(clock.now(), PAGE);
    let heard = 0;
    for (const payment of due) heard += await each(payment);
    return heard;
  };

  /** One that cannot be asked about does not keep the others. */
  async function each({ reference, openedAt }: OpenPayment): Promise<number> {
    const now = Date.parse(clock.now());
    const next = nextAsk(Date.parse(openedAt), now);
    // Written first: what fails is asked again at its time, not in a circle.
    await payments.askAgain(reference, next === undefined ? undefined : new Date(next).toISOString());
    try {
      const answer = await provider.statusOf(reference);
      if (!answer) return 0;
      const { verdict } = await hearPayment(answer);
      return verdict === 'duplicate' ? 0 : 1;
    } catch (fault) {
      warn(
        fault instanceof Refusal ? `the provider's word on ${reference} was refused` : `the provider was not reached about ${reference}`,
        fault,
      );
      return 0;
    }
  }
}
