import type { Offer } from '../../domain/sale/offer';
import type { PerformanceView } from '../../domain/order-view';

export interface Catalogue {
  performances(): Promise<readonly (PerformanceView & { readonly venueId: number })[]>;
  /** `undefined`: no such performance, or not on sale at all. */
  offer(performanceId: number): Promise<Offer | undefined>;
}
