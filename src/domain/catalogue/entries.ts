import type { Wording } from '../language';
import type { Companionship } from '../order/state';
import type { ValidityRule } from '../sale/validity';

/** What an office sets up, as it says it: one kind of entry after the other, each known by its code or by its number. */
interface Named {
  readonly code: string;
  readonly name: string;
}

export type TillOperatorEntry = Named;
export type PaymentMethodEntry = Named;

export interface SalesChannelEntry extends Named {
  readonly tillOperator: string;
  /** Sells without anybody at the counter: only what is published. */
  readonly online: boolean;
}

export interface DeliveryMethodEntry {
  readonly code: string;
  readonly name: Wording;
  readonly sort: number;
  /** In cents. */
  readonly price: number;
  /** Of the tickets; without one no e-ticket can leave by it. */
  readonly template?: string | undefined;
}

export interface ProofTypeEntry {
  readonly code: string;
  readonly name: Wording;
}

export interface TariffEntry {
  readonly code: string;
  readonly name: Wording;
  readonly sort: number;
  readonly needsProof: boolean;
  readonly health: boolean;
  readonly companionship?: Companionship | undefined;
  readonly maxPerOrder?: number | undefined;
  readonly minPerOrder?: number | undefined;
  readonly memberNumber: boolean;
  readonly rule?: ValidityRule | undefined;
  /** The usual one first. */
  readonly proofTypes: readonly string[];
  readonly retentionDays: number;
  /** In cents, where a grid does not say another. */
  readonly fee: number;
}

export interface VenueEntry {
  readonly name: string;
  readonly organizer: string;
  readonly licences: readonly string[];
  readonly address: string;
  readonly city: string;
  readonly phone: string;
  readonly openingHours: Wording;
  readonly email: string;
  readonly website: string;
  readonly timeZone: string;
  readonly directions: readonly Wording[];
  readonly advice: readonly { readonly title: Wording; readonly text: Wording }[];
  readonly inboxAddress: string;
  readonly copyAddress: string;
  readonly escalationAddress: string;
}

export interface ShowEntry {
  readonly venueId: number;
  readonly title: string;
  readonly credit: string;
  readonly genre: string;
  readonly presentation: Wording;
  readonly practical: Wording;
}

export interface PerformanceEntry {
  readonly showId: number;
  readonly roomId: number;
  readonly startsAt: string;
  readonly doorsAt: string;
  readonly endsAt: string;
  /** In hundredths of a per cent: 210 is 2.1 %. */
  readonly vatRate: number;
}
