import type {
  DeliveryMethodEntry,
  PaymentMethodEntry,
  PerformanceEntry,
  ProofTypeEntry,
  SalesChannelEntry,
  ShowEntry,
  TariffEntry,
  TillOperatorEntry,
  VenueEntry,
} from '../../domain/catalogue/entries';
import type { RoomEntry } from '../../domain/catalogue/seating-plan';
import type { Change } from '../sale/sale-rules';

/** An entry as it stands. Its version changes with it: who changes it says which one was read. */
export interface Kept<T, K> {
  readonly key: K;
  readonly value: T;
  readonly version: string;
  /** Retired: what was sold still names it, nothing new does. */
  readonly active: boolean;
}

export interface Asked {
  readonly change: Change;
  /** The one that was read. */
  readonly version?: string | undefined;
}

/** Entries of one kind. Every change is written down with who, when, before and after. */
export interface Shelf<T, K extends string | number> {
  all(): Promise<readonly Kept<T, K>[]>;
  find(key: K): Promise<Kept<T, K> | undefined>;
  /**
   * Adds an entry; the same again changes nothing. With the version of the one that stands, it takes its place. Refuses with
   * `already-exists` without a version, `changed-meanwhile` with another one, `entry-not-accepted`, `in-use`.
   */
  put(value: T, asked: Asked): Promise<Kept<T, K> & { readonly created: boolean }>;
  /** Refuses with `entry-not-found`, and as `put`. */
  change(key: K, value: T, asked: Asked & { readonly version: string }): Promise<Kept<T, K>>;
  /** Deletes what nothing refers to, retires what was sold, and refuses with `in-use` what is still to be sold. */
  remove(key: K, asked: Asked): Promise<'deleted' | 'retired'>;
}

export interface Shelves {
  readonly tillOperators: Shelf<TillOperatorEntry, string>;
  readonly salesChannels: Shelf<SalesChannelEntry, string>;
  readonly paymentMethods: Shelf<PaymentMethodEntry, string>;
  readonly deliveryMethods: Shelf<DeliveryMethodEntry, string>;
  readonly proofTypes: Shelf<ProofTypeEntry, string>;
  readonly tariffs: Shelf<TariffEntry, string>;
  readonly venues: Shelf<VenueEntry, number>;
  readonly rooms: Shelf<RoomEntry, number>;
  readonly shows: Shelf<ShowEntry, number>;
  readonly performances: Shelf<PerformanceEntry, number>;
}
