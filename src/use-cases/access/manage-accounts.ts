import { refuseFaults } from '../../domain/catalogue/refused-entry';
import { composed, isLine } from '../../domain/free-text';
import { readMailAddress } from '../../domain/mail-address';
import { ownInboxFaults } from '../../domain/own-inbox';
import { personName } from '../../domain/person-name';
import { Refusal } from '../../domain/refusal';
import type { Account, AccountChange, Accounts } from '../../ports/accounts';
import type { Clock } from '../../ports/clock';
import type { Letters } from '../../ports/mail/letters';
import type { Secrets } from '../../ports/secrets';
import type { Change, VenueSettings } from '../../ports/settings/venue-settings';
import type { SendLetter } from '../letters/send-letter';

interface Needs {
  readonly accounts: Accounts;
  readonly venueSettings: Pick<VenueSettings, 'inboxes'>;
  readonly letters: Pick<Letters, 'write'>;
  readonly sendLetter: SendLetter;
  readonly secrets: Pick<Secrets, 'hash' | 'staffInvitation'>;
  readonly clock: Clock;
  readonly newId: () => string;
  /** A new secret of a program. */
  readonly newKey: () => string;
  /** The sweep sends what could not leave now. */
  readonly warn: (what: string, fault: unknown) => void;
}

type By = Pick<Change, 'by' | 'door'>;
type Person = Pick<Account, 'name' | 'email' | 'role'>;

/** What is done to one account, by its name in an address. */
export const ACCOUNT_DEEDS = ['retire', 'restore', 'invite'] as const;

export type ManageAccounts = ReturnType<typeof createManageAccounts>;

const THREE_DAYS = 3 * 24 * 3_600_000;

/** Who may come in, people and programs. What is taken back is taken back at once, with the sessions. */
export function createManageAccounts({ accounts, venueSettings, letters, sendLetter, secrets, clock, newId, newKey, warn }: Needs) {
  return {
    /** Somebody new: they choose their own password. Gives the secret of the link that the letter carries. */
    async invite(typed: Person, by: By): Promise<string> {
      const email = readMailAddress(typed.email);
      if (email === undefined) throw new Refusal('address-not-accepted', 'Not one plain e-mail address.', { field: 'email' });
      await refuseOwnInbox(email);
      const person = { ...typed, name: requireName(personName(typed.name)), email };
      const { request, secret, invitation } = newInvitation();
      await accounts.invite(person, invitation, changeBy(by));
      await tell(request, person.email);
      return secret;
    },

    /** Password, code and sessions are gone at once, and a new link leaves; a retired account comes back. */
    async inviteAgain(id: number, by: By): Promise<string> {
      const account = (await accounts.list()).find((one) => one.id === id);
      if (account) await refuseOwnInbox(account.email);
      const { request, secret, invitation } = newInvitation();
      await accounts.change(id, { invitation }, changeBy(by));
      if (account) await tell(request, account.email);
      return secret;
    },

    retire: (id: number, by: By) => accounts.change(id, { active: false }, changeBy(by)),
    /** A slip is mended: the same password and code are good again. */
    restore: (id: number, by: By) => accounts.change(id, { active: true }, changeBy(by)),
    changeRole: (id: number, role: NonNullable<AccountChange['role']>, by: By) => accounts.change(id, { role }, changeBy(by)),

    async addKey({ name: typed, role }: Pick<Account, 'name' | 'role'>, by: By): Promise<{ readonly id: number; readonly key: string }> {
      const line = composed(typed);
      const name = requireName(isLine(line) ? line : undefined);
      const key = newKey();
      const id = await accounts.addKey({ name, role, hash: secrets.hash(key) }, changeBy(by));
      return { id, key };
    },

    revokeKey: (id: number, by: By) => accounts.revokeKey(id, changeBy(by)),
    restoreKey: (id: number, by: By) => accounts.restoreKey(id, changeBy(by)),
  };

  function changeBy(by: By): Change {
    return { ...by, at: clock.now() };
  }

  async function refuseOwnInbox(email: string): Promise<void> {
    refuseFaults(ownInboxFaults([{ field: 'email', address: email }], await venueSettings.inboxes()), 'address-not-accepted');
  }

  function newInvitation() {
    const request = newId();
    const secret = secrets.staffInvitation(request);
    const expiresAt = new Date(Date.parse(clock.now()) + THREE_DAYS).toISOString();
    return { request, secret, invitation: { hash: secrets.hash(secret), expiresAt } };
  }

  async function tell(request: string, to: string): Promise<void> {
    const key = await letters.write({ kind: 'staff-invitation', about: { command: request }, language: 'fr', to, at: clock.now() });
    await sendLetter(key).catch((fault: unknown) => warn('an invitation to be sent by the sweep', fault));
  }
}

const LONGEST_NAME = 120;

function requireName(name: string | undefined): string {
  if (name === undefined || name === '' || name.length > LONGEST_NAME) throw new Refusal('input-invalid', 'Not a name.', { field: 'name' });
  return name;
}
