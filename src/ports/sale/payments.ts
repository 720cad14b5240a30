import type { Cents } from '../../domain/money';
import type { AskService } from './service-checks';
import type { Language } from '../../domain/language';

/** What we ask a payment service provider to collect. */
export interface PaymentRequest {
  /** Our own reference of this payment, unique: `7K2M-4Q9T.1`. */
  readonly reference: string;
  readonly amount: Cents;
  readonly language: Language;
  readonly description: string;
  /** Where the browser goes afterwards; it confirms nothing. */
  readonly returnUrl: string;
  readonly notifyUrl: string;
}

/** A call to the address of notifications, as it came: providers sign its query, its body or some of its headers. */
export interface NotificationRequest {
  readonly method: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Without its question mark, still encoded. */
  readonly query: string;
  readonly body: Buffer;
}

/** A notification whose signature was verified. */
export interface PaymentNotification {
  readonly reference: string;
  readonly amount: Cents;
  readonly currency: string;
  readonly result: 'paid' | 'refused';
  /** The provider's own number: a notification is known by it. */
  readonly transaction: string;
}

export interface PaymentProvider {
  readonly name: string;
  /** Whether a payment can be asked for now: it answers, and takes our keys. */
  readonly ask: AskService;
  /** Address of the provider's hosted page for this payment; asking again for the same reference is harmless. */
  pageFor(request: PaymentRequest): Promise<string>;
  /** Verified before it is read. Refuses with `payment-forged`. */
  readNotification(request: NotificationRequest): PaymentNotification;
  /** What became of a payment, asked of the provider's own server: `undefined` as long as nothing has. */
  statusOf(reference: string): Promise<PaymentNotification | undefined>;
}

/** Asked for, and not heard of. */
export interface OpenPayment {
  readonly reference: string;
  readonly openedAt: string;
}

export type PaymentVerdict = 'paid' | 'paid-late-seats-kept' | 'refund-due' | 'second' | 'upgrade' | 'refused-by-provider';

export interface ReceivedPayment {
  /** `duplicate` when this transaction was already received: nothing changed. */
  readonly verdict: PaymentVerdict | 'duplicate';
  readonly order: string;
  readonly payment: number;
  readonly upgradeOf?: number | undefined;
}

/** Money in somebody's till. */
export interface CounterPayment {
  readonly order: string;
  readonly method: string;
  /** Those of the order, where they are not said. */
  readonly channel?: string | undefined;
  readonly operator?: string | undefined;
  readonly at: string;
}

export interface Payments {
  /** Opens a payment for an order, or for the difference to the full tariff of one seat. Returns its reference. */
  open(payment: {
    readonly order: string;
    readonly amount: Cents;
    readonly upgradeOf?: number | undefined;
    readonly at: string;
  }): Promise<{ readonly reference: string; readonly id: number }>;
  /** The amount and language of an open payment; `undefined` when there is none such. */
  find(reference: string): Promise<{ readonly order: string; readonly amount: Cents; readonly status: string } | undefined>;
  /**
   * Stores the notification and what it means, in one transaction: the order is paid; or its hold was over and the
   * seats are taken again, or else the money is owed; or it was paid already and this money is owed.
   * Refuses with `payment-unknown` or `payment-wrong-amount`, after having stored the notification as refused.
   */
  receive(notification: PaymentNotification, at: string): Promise<ReceivedPayment>;
  /**
   * Money taken at the counter for a whole order: the order is paid, in one transaction. The same order again is the same
   * money; nothing at all is taken under the method `FREE`. Refuses with `order-not-found`, and with `payment-not-open` when the hold was over or somebody paid otherwise.
   */
  take(taken: CounterPayment): Promise<ReceivedPayment>;
  /** Keeps what was refused before it could be parsed: forged or malformed. The body is hashed, not kept. */
  recordRefused(provider: string, code: string, bodyHash: string, at: string): Promise<void>;
  /** Payments received for orders whose story has not heard of them (`second`, `upgrade`): what a sweep tells again. */
  untold(limit: number): Promise<readonly ReceivedPayment[]>;
  markTold(payment: number): Promise<void>;
  /** Payments of which the provider is to be asked by now: open ones, and those that were refused and may be tried again. */
  toAsk(now: string, limit: number): Promise<readonly OpenPayment[]>;
  /** When to ask about it next; `undefined`: no more. */
  askAgain(reference: string, at: string | undefined): Promise<void>;
}
