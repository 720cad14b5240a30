import type { MailAuthentication } from '../../domain/mail-authentication';
import type { VenuePolicy } from '../../domain/venue-policy';

export interface SeedOptions {
  /** ISO 8601. Performances are given from the day after. */
  readonly now: string;
  /** What the venue settles otherwise than usual: the demo's undo window is 5 seconds. */
  readonly policy?: Partial<VenuePolicy> | undefined;
  readonly authentication?: MailAuthentication | undefined;
  readonly pictures?: { readonly logo?: Buffer | undefined; readonly plan?: Buffer | undefined } | undefined;
}
