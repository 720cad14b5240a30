import type { SoldLine } from '../../domain/sale/statistics';
import type { DaySpan } from './day-span';

export interface SoldFilter {
  /** By the day of each sale and of each refund, ISO, UTC: from, and up to but not including. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly channel?: string | undefined;
  readonly performanceId?: number | undefined;
  /** Instead, where venues have clocks of their own: one of these. */
  readonly days?: readonly DaySpan[] | undefined;
}

export interface Statistics {
  sold(filter: SoldFilter): Promise<readonly SoldLine[]>;
}
