import type { Cents } from '../../domain/money';
import type { DaySpan } from './day-span';

/** Money that came in (« encaissement ») or went back (« décaissement »), with where it is counted. */
export interface Receipt {
  readonly kind: 'receipt' | 'disbursement';
  /** The id of the payment, and its reference: a disbursement says which one gave the money back. */
  readonly payment: number;
  readonly reference: string;
  readonly order: string;
  /** Below zero for a disbursement. */
  readonly amount: Cents;
  readonly channel: string;
  readonly operator: string;
  readonly method: string;
  /** When the money came in, or when it went back. */
  readonly at: string;
  /** Of the payment: `paid`; `refund-due` for money that is to go back, `refunded` once all of it has. */
  readonly status: 'paid' | 'refund-due' | 'refunded';
}

export interface ReceiptFilter {
  /** By the day on which the money moved, ISO, UTC: from, and up to but not including. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly channel?: string | undefined;
  readonly operator?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What one till took by one method, and what it gave back. */
export interface TillTotal {
  readonly operator: string;
  readonly method: string;
  readonly count: number;
  readonly amount: Cents;
  readonly givenBack: { readonly count: number; readonly amount: Cents };
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** What the catalogue has for people who sell: what is sold without anybody is none of theirs. */
export interface Counter {
  /** Tills that no online channel counts in. */
  readonly operators: readonly Named[];
  readonly methods: readonly Named[];
  readonly channels: readonly Named[];
}

/** Also of what is no longer in use: money was counted under it. */
export type Names = Counter;

export interface Receipts {
  /** Every till, method and channel, by which people sell or not: as they are told to people, whatever their codes. */
  names(): Promise<Names>;
  /** Newest first. */
  list(filter: ReceiptFilter): Promise<{ readonly receipts: readonly Receipt[]; readonly next?: string | undefined }>;
  /** « Journal de caisse »: what each till took in a span of time, and what it gave back, each on the day it moved, by its venue’s clock. */
  totals(...days: readonly DaySpan[]): Promise<readonly TillTotal[]>;
  /** Under whom, for which money and by which channel people sell. */
  counter(): Promise<Counter>;
}
