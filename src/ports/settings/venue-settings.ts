import type { Actor } from '../../domain/actor';
import type { Door } from '../../domain/decision/decision';
import type { SenderAuthentication } from '../../domain/mail-authentication';
import type { VenueView } from '../../domain/order-view';
import type { SettingValues } from '../../domain/venue-settings';

/** An address that is asked about proofs. */
export interface Reviewer {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  /** Retired: asked no more, and the replies of its former letters are not obeyed. */
  readonly active: boolean;
}

/** Who changes it, through which door, when. */
export interface Change {
  readonly by: Actor;
  readonly door: Door;
  readonly at: string;
}

export interface VenueSettings {
  /** How the venue knows who wrote a reply. */
  authentication(venue: number): Promise<SenderAuthentication>;
  changeAuthentication(venue: number, what: (now: SenderAuthentication) => SenderAuthentication, change: Change): Promise<void>;
  /** `undefined`: no such venue. */
  venue(id: number): Promise<VenueView | undefined>;
  reviewers(venue: number): Promise<readonly Reviewer[]>;
  /** Of every venue: whatever is written there is read as a reply. `besides`: but for that venue's. */
  inboxes(besides?: number): Promise<readonly string[]>;
  /** Whoever letters of ours go to: those who are asked, accounts, and the addresses of every venue `besides` that one. */
  writtenTo(besides: number): Promise<readonly string[]>;
  /**
   * One change after the other: `what` is asked with the venue as it stands, and may refuse. Refuses with
   * `address-not-accepted` when another venue reads that inbox.
   */
  change(venue: number, what: (now: VenueView) => Partial<SettingValues>, change: Change): Promise<void>;
  /** An address that was retired comes back, with its new name; one that is asked under another name is refused with `already-exists`. Returns its id. */
  addReviewer(venue: number, reviewer: Pick<Reviewer, 'name' | 'address'>, change: Change): Promise<number>;
  /** Refuses with `reviewer-not-found`. */
  renameReviewer(venue: number, reviewer: Pick<Reviewer, 'id' | 'name'>, change: Change): Promise<void>;
  /** Refuses with `reviewer-not-found`, and with `last-reviewer`: somebody must be asked. */
  retireReviewer(venue: number, id: number, change: Change): Promise<void>;
}
