import type { Wording } from '../language';
import type { Cents } from '../money';
import type { Companionship } from '../order/state';
import type { PerformanceView, TariffView, VenueView } from '../order-view';

/** What can be bought for one performance, at which price. */
export interface Offer {
  readonly performance: PerformanceView;
  readonly venue: VenueView;
  readonly categories: readonly { readonly code: string; readonly name: string; readonly free: number }[];
  readonly tariffs: readonly OfferedTariff[];
  readonly deliveryMethods: readonly OfferedDelivery[];
  readonly salesOpenAt: string;
  readonly salesCloseAt: string;
  readonly maxSeats: number;
}

export interface OfferedTariff extends TariffView {
  readonly companionship?: Companionship | undefined;
  readonly maxPerOrder?: number | undefined;
  /** Price and fee by category code; a category without a price does not sell this tariff. */
  readonly prices: Readonly<Record<string, { readonly price: Cents; readonly fee: Cents }>>;
}

export interface OfferedDelivery {
  readonly code: string;
  readonly name: Wording;
  readonly price: Cents;
  /** Without a ticket template no e-ticket can leave by this method until the workflow lets it (seed 2). */
  readonly hasTemplate: boolean;
}
