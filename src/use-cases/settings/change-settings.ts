import { refuseFaults } from '../../domain/catalogue/refused-entry';
import type { Wording } from '../../domain/language';
import { refuseIdleAuthentication, type SenderAuthentication } from '../../domain/mail-authentication';
import { isSameAddress, readMailAddress } from '../../domain/mail-address';
import { ownInboxFaults } from '../../domain/own-inbox';
import { personName } from '../../domain/person-name';
import type { VenueView } from '../../domain/order-view';
import type { ProofRules } from '../../domain/proof-rules';
import { LARGEST_PROOF, PROOF_FORMATS, SMALLEST_LIMIT } from '../../domain/proof-rules';
import { Refusal } from '../../domain/refusal';
import { isReachableByAll, leavesRoomForSecrets, LONGEST_INBOX_NAME } from '../../domain/venue-address';
import type { VenuePolicy } from '../../domain/venue-policy';
import { impossibleDuration } from '../../domain/venue-policy';
import type { Clock } from '../../ports/clock';
import type { Change, Reviewer, VenueChange, VenueSettings } from '../../ports/settings/venue-settings';

type By = Pick<Change, 'by' | 'door'>;

interface Needs {
  readonly settings: VenueSettings;
  readonly clock: Clock;
}

export type ChangeSettings = ReturnType<typeof createChangeSettings>;
export type VenueAddresses = Pick<VenueView, 'email' | 'inboxAddress' | 'copyAddress' | 'escalationAddress'>;

export interface ProofSettings {
  readonly proofsOnline: boolean;
  readonly proofsLabel: Wording;
  readonly proofRules: ProofRules;
  readonly attachProofs: boolean;
}

/**
 * The venue's switches. What belongs to the policy holds for orders paid later: a story keeps the policy it began with.
 * Names, files and addresses hold at once, for running orders too.
 */
export function createChangeSettings({ settings, clock }: Needs) {
  return {
    async proofs(venue: number, { proofsOnline, ...what }: ProofSettings, by: By): Promise<void> {
      requireLabel(what.proofsLabel);
      requireRules(what.proofRules);
      await change(venue, by, ({ policy }) => ({ ...what, policy: { ...policy, proofsOnline } }));
    },

    async deadlines(venue: number, chosen: Partial<Omit<VenuePolicy, 'proofsOnline'>>, by: By): Promise<void> {
      const wrong = impossibleDuration(chosen);
      if (wrong !== undefined) throw new Refusal('input-invalid', `${wrong} is out of its limits.`, { field: wrong });
      await change(venue, by, ({ policy }) => ({ policy: { ...policy, ...chosen } }));
    },

    async addresses(venue: number, typed: Partial<VenueAddresses>, by: By): Promise<void> {
      const addresses: Partial<VenueAddresses> = Object.fromEntries(
        Object.entries(typed).map(([field, address]) => [field, requireHouseAddress(address, field)]),
      );
      const { inboxAddress } = addresses;
      if (inboxAddress !== undefined && !leavesRoomForSecrets(inboxAddress))
        throw new Refusal('inbox-address-too-long', `Longer than ${LONGEST_INBOX_NAME} before the @, or with a +.`, {
          ...{ limit: LONGEST_INBOX_NAME, field: 'inboxAddress' },
        });
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

    async authentication(venue: number, chosen: SenderAuthentication, by: By): Promise<void> {
      refuseIdleAuthentication(chosen);
      await settings.changeAuthentication(venue, chosen, { ...by, at: clock.now() });
    },

    async addReviewer(venue: number, typed: Pick<Reviewer, 'name' | 'address'>, by: By): Promise<number> {
      const address = requireAddress(typed.address, 'address');
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

  async function change(venue: number, by: By, what: (now: VenueView) => VenueChange): Promise<void> {
    await settings.change(venue, what, { ...by, at: clock.now() });
  }
}

/** It stands in letters and pages, between quotes: short, on one line, and nothing that a text would read as a field. */
function requireLabel(label: Wording): void {
  const good = [label.fr, label.en].every((name) => /^[^{}<>*\p{C}]{2,40}$/u.test(name) && name.trim() === name);
  if (!good) throw new Refusal('label-not-accepted', 'From 2 to 40 characters on one line.', { field: 'proofsLabel' });
}

function requireRules({ formats, maxBytes }: ProofRules): void {
  const known = formats.length > 0 && formats.every((one) => PROOF_FORMATS.includes(one)) && new Set(formats).size === formats.length;
  if (!known) throw new Refusal('input-invalid', 'At least one format of those that we know.', { field: 'proofRules/formats' });
  const good = Number.isInteger(maxBytes) && maxBytes >= SMALLEST_LIMIT && maxBytes <= LARGEST_PROOF;
  if (!good) throw new Refusal('input-invalid', `From ${SMALLEST_LIMIT} to ${LARGEST_PROOF} bytes.`, { field: 'proofRules/maxBytes' });
}

function requireAddress(typed: string, field: string): string {
  const address = readMailAddress(typed);
  if (address === undefined) throw new Refusal('address-not-accepted', 'Not one plain e-mail address.', { field });
  return address;
}

function requireHouseAddress(typed: string, field: string): string {
  const address = requireAddress(typed, field);
  if ((field === 'email' || field === 'inboxAddress') && !isReachableByAll(address))
    throw new Refusal('address-not-accepted', 'Before the @ only ASCII: any host must be able to write to it.', { field });
  return address;
}

function requireName(typed: string): string {
  const name = personName(typed);
  if (name === undefined || name.length > 120) throw new Refusal('input-invalid', 'Not a name.', { field: 'name' });
  return name;
}
