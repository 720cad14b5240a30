import type { ListedPerformance, Offer, PlanPlace } from '../../domain/sale/offer';

/** What a channel sells. An online channel sells only performances that are published; the counter all that it has a rule for. */
export interface Catalogue {
  /** Those on sale or to come, the next one first. */
  performances(channel: string): Promise<readonly ListedPerformance[]>;
  /** `undefined`: no such performance, or nothing of it is sold by this channel. */
  offer(performanceId: number, channel: string): Promise<Offer | undefined>;
  /** Every place of a numbered performance, row by row; empty where one sits freely, `undefined` as for `offer`. */
  plan(performanceId: number, channel: string): Promise<readonly PlanPlace[] | undefined>;
}
