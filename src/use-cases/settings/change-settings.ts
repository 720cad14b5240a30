import { refuseFaults } from '../../domain/catalogue/refused-entry';
import { refuseIdleAuthentication, type SenderAuthentication } from '../../domain/mail-authentication';
import { isSameAddress } from '../../domain/mail-address';
import { ownInboxFaults } from '../../domain/own-inbox';
import { personName } from '../../domain/person-name';
import type { VenueView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import type { VenuePolicy } from '../../domain/venue-policy';
import { impossibleDuration } from '../../domain/venue-policy';
import { keptAddresses, plainAddress, refuseProofSettings } from '../../domain/venue-settings';
import type { ProofSettings, SettingValues, VenueAddresses } from '../../domain/venue-settings';
import type { Clock } from '../../ports/clock';
import type { Change, Reviewer, VenueSettings } from '../../ports/settings/venue-settings';

/** `unchanged`: whether the part still stands as whoever changes it has read it; else it is refused with `changed-meanwhile`. */
type By<T = VenueView> = Pick<Change, 'by' | 'door'> & { readonly unchanged?: ((now: T) => boolean) | undefined };

interface Needs {
  readonly settings: VenueSettings;
  readonly clock: Clock;
}

export type ChangeSettings = ReturnType<typeof createChangeSettings>;
/**
 * The venue's switches. What belongs to the policy holds for orders paid later: a story keeps the policy it began with.
 * Names, files and addresses hold at once, for running orders too.
 */
export function createChangeSettings({ settings, clock }: Needs) {
  return {
    async proofs(venue: number, { proofsOnline, ...what }: ProofSettings & Pick<VenuePolicy, 'proofsOnline'>, by: By): Promise<void> {
      refuseProofSettings(what);
      await change(venue, by, ({ policy }) => ({ ...what, policy: { ...policy, proofsOnline } }));
    },

    async deadlines(venue: number, chosen: Partial<Omit<VenuePolicy, 'proofsOnline'>>, by: By): Promise<void> {
      const wrong = impossibleDuration(chosen);
      if (wrong !== undefined) throw new Refusal('input-invalid', `${wrong} is out of its limits.`, { field: wrong });
      await change(venue, by, ({ policy }) => ({ policy: { ...policy, ...chosen } }));
    },

    async addresses(venue: number, typed: Partial<VenueAddresses>, by: By): Promise<void> {
      const addresses = keptAddresses(typed);
      const inboxes = await settings.inboxes(venue);
      const others = await settings.writtenTo(venue);
      await change(venue, by, (now) => {
        const { email, copyAddress, escalationAddress, inboxAddress: inbox } = { ...now, ...addresses };
        const written = Object.entries({ email, copyAddress, escalationAddress }).map(([field, address]) => ({ field, address }));
        const moved = !isSameAddress(inbox, now.inboxAddress);
        const atTheInbox = moved ? others.map((address) => ({ field: 'inboxAddress', address })) : [];
        refuseFaults([...ownInboxFaults(written, [inbox, ...inboxes]), ...ownInboxFaults(atTheInbox, [inbox])], 'address-not-accepted');
        return addresses;
      });
    },

    async authentication(venue: number, chosen: SenderAuthentication, { unchanged, ...by }: By<SenderAuthentication>): Promise<void> {
      refuseIdleAuthentication(chosen);
      await settings.changeAuthentication(
        venue,
        asRead(unchanged, () => chosen),
        { ...by, at: clock.now() },
      );
    },

    async addReviewer(venue: number, typed: Pick<Reviewer, 'name' | 'address'>, by: By): Promise<number> {
      const address = plainAddress(typed.address, 'address');
      refuseFaults(ownInboxFaults([{ field: 'address', address }], await settings.inboxes()), 'address-not-accepted');
      const reviewer = { name: requireName(typed.name), address };
      return settings.addReviewer(venue, reviewer, { ...by, at: clock.now() });
    },

    async renameReviewer(venue: number, { id, name }: Pick<Reviewer, 'id' | 'name'>, by: By): Promise<void> {
      await settings.renameReviewer(venue, { id, name: requireName(name) }, { ...by, at: clock.now() });
    },

    async retireReviewer(venue: number, id: number, by: By): Promise<void> {
      await settings.retireReviewer(venue, id, { ...by, at: clock.now() });
    },
  };

  async function change(venue: number, { unchanged, ...by }: By, what: (now: VenueView) => Partial<SettingValues>): Promise<void> {
    await settings.change(venue, asRead(unchanged, what), { ...by, at: clock.now() });
  }
}

/** Two who change the same thing at the same time: the slower hears of the quicker. */
function asRead<T, R>(unchanged: By<T>['unchanged'], what: (now: T) => R): (now: T) => R {
  return (now) => {
    if (unchanged?.(now) === false) throw new Refusal('changed-meanwhile', 'It was changed since it was read.');
    return what(now);
  };
}

function requireName(typed: string): string {
  const name = personName(typed);
  if (name === undefined || name.length > 120) throw new Refusal('input-invalid', 'Not a name.', { field: 'name' });
  return name;
}
