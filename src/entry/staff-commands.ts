import { randomUUID } from 'node:crypto';
import { isSameAddress } from '../domain/mail-address';
import { text } from 'node:stream/consumers';
import { createManageAccounts } from '../use-cases/access/manage-accounts';
import type { SendLetter } from '../use-cases/letters/send-letter';
import { SHORTEST_PASSWORD } from '../use-cases/access/own-account';
import { refuseFaults } from '../domain/catalogue/refused-entry';
import { ownInboxFaults } from '../domain/own-inbox';
import { Refusal } from '../domain/refusal';
import type { Change } from '../ports/settings/venue-settings';
import type { Role } from '../ports/staff';
import { createStaffCredentials } from '../web/sign-in/staff-credentials';
import { pathOf } from '../web/paths';
import { newKey } from './access-deeds';
import { withLetters, withRecord } from './command-letters';
import type { SettingsOf } from './config';
import type { createRecord } from './record';
import { WrongUse } from './typed';

interface Person {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Whoever holds the settings of this installation. */
const BY = { by: { role: 'system' }, door: 'system' } as const satisfies Pick<Change, 'by' | 'door'>;

export async function addStaff(config: SettingsOf<'secrets'>, { name, email, role }: Person, given?: string): Promise<void> {
  const password = given ?? (await text(process.stdin)).trim();
  if (password.length < SHORTEST_PASSWORD)
    throw new WrongUse(`The password has at least ${SHORTEST_PASSWORD} characters; give it on standard input.`);
  await withRecord(config, async ({ venueSettings, staff }) => {
    refuseFaults(ownInboxFaults([{ field: 'email', address: email }], await venueSettings.inboxes()), 'address-not-accepted');
    const credentials = createStaffCredentials();
    const totpSecret = credentials.newCodeSecret();
    const passwordHash = await credentials.hashPassword(password);
    await staff.add({ name, email, role, passwordHash, totpSecret });
    await tellOnce(
      `${name} may sign in. For the one-time codes, once:\n${credentials.codeAddress(totpSecret, email)}`,
      `${email} has an account, and nobody knows the secret of its one-time codes: \`contremarque staff invite ${email}\` for a new one, or \`contremarque staff retire ${email}\`.`,
    );
  });
}

export async function listStaff(config: SettingsOf<'record'>): Promise<void> {
  await withRecord(config, async ({ accounts }) => {
    for (const { id, name, email, role, active, invited } of await accounts.list())
      say([id, email, role, active ? (invited ? 'invited' : 'active') : 'retired', name].join('\t'));
  });
}

/** Retires a colleague, or lets them back in as before: at once, sessions included. */
export async function changeStaff(config: SettingsOf<'record'>, deed: 'retire' | 'restore', typed: string): Promise<void> {
  await withRecord(config, async (record) => {
    const { id, email } = await accountOf(record, typed);
    await manage(record)[deed](id, BY);
    say(`${email} ${deed === 'retire' ? 'may sign in no more.' : 'may sign in again, with the same password and code.'}`);
  });
}

/** Lets a colleague choose everything anew. */
export async function inviteStaff(config: SettingsOf<'letters'>, typed: string): Promise<void> {
  await withLetters(config, async ({ sendLetter, ...record }) => {
    const { id, email } = await accountOf(record, typed);
    const secret = await manage(record, sendLetter).inviteAgain(id, BY);
    await tellOnce(
      `${config.PUBLIC_URL}${pathOf('deskInvitation', { secret })}`,
      `Password, code and sessions of ${email} have ended; the new link is in its letter alone: \`contremarque staff invite ${email}\` for another, or \`contremarque staff retire ${email}\`.`,
    );
  });
}

async function accountOf({ accounts }: Pick<Kept, 'accounts'>, email: string) {
  const account = (await accounts.list()).find((one) => isSameAddress(one.email, email));
  if (!account) throw new Refusal('account-not-found', `No account of ${email}.`);
  return account;
}

/** Prints the key alone, so that a program can take it. Only its hash is kept. */
export async function addApiKey(config: SettingsOf<'record'>, key: Pick<Person, 'name' | 'role'>): Promise<void> {
  await withRecord(config, async (record) => {
    const { id, key: secret } = await manage(record).addKey(key, BY);
    await tellOnce(secret, `Key ${id} exists, and nobody knows its secret: \`contremarque api-key revoke ${id}\`.`);
  });
}

export async function listApiKeys(config: SettingsOf<'record'>): Promise<void> {
  await withRecord(config, async ({ accounts }) => {
    for (const { id, name, role, createdAt, revokedAt } of await accounts.keys())
      say([id, role, createdAt, revokedAt === undefined ? 'good' : `revoked ${revokedAt}`, name].join('\t'));
  });
}

export async function changeApiKey(config: SettingsOf<'record'>, deed: 'revoke' | 'restore', id: number): Promise<void> {
  await withRecord(config, async (record) => {
    await manage(record)[deed === 'revoke' ? 'revokeKey' : 'restoreKey'](id, BY);
    say(`Key ${id} ${deed === 'revoke' ? 'opens nothing any more.' : 'is good again.'}`);
  });
}

type Kept = ReturnType<typeof createRecord>;

/** Only an invitation writes a letter. */
function manage(record: Kept, sendLetter: SendLetter = () => Promise.reject(new Error('This command writes no letter.'))) {
  return createManageAccounts({ ...record, sendLetter, newId: randomUUID, newKey });
}

/** A secret that is kept nowhere: where it cannot be printed, whoever asked is told what now exists, and how to end it. */
async function tellOnce(secret: string, untold: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(`${secret}\n`, (fault) => (fault ? reject(new Error(untold)) : resolve()));
  });
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
