import type { Readiness as Answer } from '../../domain/sale/readiness';
import type { ReadinessFacts } from '../../domain/sale/readiness-facts';
import type { PerformanceView } from '../../domain/order-view';
import type { Change } from './sale-rules';

/** Whether a performance can go online, and what is missing. */
export interface PerformanceReadiness extends Answer {
  readonly performance: PerformanceView;
  /** What the answer was read from, to say it in words. */
  readonly facts: ReadinessFacts;
}

export interface Readiness {
  /** `undefined`: no such performance. */
  of(performanceId: number): Promise<PerformanceReadiness | undefined>;
  /** Of each performance of a show that is still to come, the next one first. */
  ofShow(showId: number): Promise<readonly PerformanceReadiness[]>;
  /** The same of every show. */
  toCome(): Promise<readonly PerformanceReadiness[]>;
}

export interface Publications {
  /**
   * Puts a performance online; one that is stays so, since the day it was. `allow` is asked with what it has at that moment,
   * when nobody can take it away, and may refuse.
   */
  publish(performanceId: number, change: Change, allow: (found: PerformanceReadiness) => void): Promise<void>;
  /** Takes it off the programme. Orders already placed are honoured: they may still be paid. */
  unpublish(performanceId: number, change: Change): Promise<void>;
}
