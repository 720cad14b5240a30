import type { Cents } from '../../domain/money';

/** Money that came in, with where it is counted (« encaissement »). */
export interface Receipt {
  readonly reference: string;
  readonly order: string;
  readonly amount: Cents;
  readonly channel: string;
  readonly operator: string;
  readonly method: string;
  readonly paidAt: string;
  /** `paid`; `refund-due` and `refunded` for money that goes back. */
  readonly status: string;
}

export interface ReceiptFilter {
  /** By the time of payment, ISO, UTC: from, and up to but not including. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly channel?: string | undefined;
  readonly operator?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What one till took by one method. */
export interface TillTotal {
  readonly operator: string;
  readonly method: string;
  readonly count: number;
  readonly amount: Cents;
}

export interface TillOperator {
  readonly code: string;
  readonly name: string;
}

export interface Receipts {
  /** Newest first. */
  list(filter: ReceiptFilter): Promise<{ readonly receipts: readonly Receipt[]; readonly next?: string | undefined }>;
  /** « Journal de caisse »: what each till took in a span of time, money that goes back left out. */
  totals(span: { readonly from: string; readonly until: string }): Promise<readonly TillTotal[]>;
  /** Tills that people sell under; INTERNET is nobody's. */
  operators(): Promise<readonly TillOperator[]>;
}
