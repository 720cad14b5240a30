import type { Wording } from '../language';
import type { MailAuthentication } from '../mail-authentication';
import type { PageText } from '../texts/text-kind';
import type { SaleRule } from './sale-rule';
import type { ServiceCheck } from './service-check';
import type { CountedTariff } from './takeable';

export interface TariffFacts extends CountedTariff {
  readonly needsProof: boolean;
  readonly proofTypes: number;
}

export interface DeliveryFacts {
  readonly code: string;
  readonly name: Wording;
  readonly template?: string | undefined;
}

/** What the record says of a performance and of what its sale needs. */
export interface ReadinessFacts {
  readonly performanceId: number;
  readonly now: string;
  readonly startsAt: string;
  readonly seating: 'numbered' | 'free';
  readonly publishedAt?: string | undefined;
  /** Others that are online, in the same room and at the same time. */
  readonly sameRoom: readonly { readonly id: number; readonly showTitle: string }[];
  readonly tillOperators: readonly string[];
  /** Those that sell online. */
  readonly channels: readonly { readonly code: string; readonly tillOperator: string }[];
  readonly paymentMethods: readonly string[];
  /** Those in use. */
  readonly deliveryMethods: readonly DeliveryFacts[];
  readonly tariffs: readonly TariffFacts[];
  /** The show's. A price of null: said not to be sold so. */
  readonly grid: readonly { readonly category: string; readonly tariff: string; readonly price: number | null }[];
  /** The performance's, by category; `allocations` counts those of each allocation that are not closed. */
  readonly places: readonly { readonly category: string; readonly allocation?: string | undefined; readonly count: number }[];
  /** Of the venue. */
  readonly templates: readonly { readonly code: string; readonly seating: 'numbered' | 'free' }[];
  /** Of the tickets of an order that was held for proof: its method has none of its own. */
  readonly heldTemplate: string;
  /** The online one. */
  readonly rule?: SaleRule | undefined;
  readonly mentions: { readonly organizer: string; readonly licences: readonly string[] };
  /** The venue has not written them itself, in French. */
  readonly unwrittenPages: readonly PageText[];
  readonly review: ReviewFacts;
  readonly services: readonly ServiceCheck[];
}

/** Who looks at proofs, and how their answers come in. */
interface ReviewFacts {
  /** False: proofs are shown at the door only. */
  readonly proofsOnline: boolean;
  /** Names of those who are asked. */
  readonly reviewers: readonly string[];
  readonly escalationAddress: string;
  readonly inboxAddress: string;
  /** Of every venue: what is written there is read as a reply. */
  readonly inboxes: readonly string[];
  /** Who is asked, and where copies go. */
  readonly writtenTo: readonly string[];
  readonly authentication: MailAuthentication;
  /** A mailbox is another venue's only where there are several. */
  readonly venues: number;
}
