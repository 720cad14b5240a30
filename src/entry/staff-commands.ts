import { isSameAddress } from '../domain/mail-address';
import { text } from 'node:stream/consumers';
import type { ManageAccounts } from '../use-cases/access/manage-accounts';
import { SHORTEST_PASSWORD } from '../use-cases/access/own-account';
import { refuseFaults } from '../domain/catalogue/refused-entry';
import { ownInboxFaults } from '../domain/own-inbox';
import { Refusal } from '../domain/refusal';
import type { Change } from '../ports/settings/venue-settings';
import type { Role } from '../ports/staff';
import { createStaffCredentials } from '../web/sign-in/staff-credentials';
import { pathOf } from '../web/paths';
import { createAccessDeeds } from './access-deeds';
import type { Config } from './config';
import { createDeeds } from './deeds';
import { WrongUse } from './typed';
import type { World } from './wire';
import { createWorld } from './wire';

interface Person {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Whoever holds the settings of this installation. */
const BY = { by: { role: 'system' }, door: 'system' } as const satisfies Pick<Change, 'by' | 'door'>;

export async function addStaff(config: Config, { name, email, role }: Person, given?: string): Promise<void> {
  const password = given ?? (await text(process.stdin)).trim();
  if (password.length < SHORTEST_PASSWORD)
    throw new WrongUse(`The password has at least ${SHORTEST_PASSWORD} characters; give it on standard input.`);
  await inWorld(config, async ({ world }) => {
    refuseFaults(ownInboxFaults([{ field: 'email', address: email }], await world.venueSettings.inboxes()), 'address-not-accepted');
    const credentials = createStaffCredentials();
    const totpSecret = credentials.newCodeSecret();
    const passwordHash = await credentials.hashPassword(password);
    await world.staff.add({ name, email, role, passwordHash, totpSecret });
    await tellOnce(
      `${name} may sign in. For the one-time codes, once:\n${credentials.codeAddress(totpSecret, email)}`,
      `${email} has an account, and nobody knows the secret of its one-time codes: \`contremarque staff invite ${email}\` for a new one, or \`contremarque staff retire ${email}\`.`,
    );
  });
}

export async function listStaff(config: Config): Promise<void> {
  await inWorld(config, async ({ world }) => {
    for (const { id, name, email, role, active, invited } of await world.accounts.list())
      say([id, email, role, active ? (invited ? 'invited' : 'active') : 'retired', name].join('\t'));
  });
}

/** Retires a colleague, lets them back in as before, or lets them choose everything anew: at once, sessions included. */
export async function changeStaff(config: Config, deed: 'retire' | 'restore' | 'invite', email: string): Promise<void> {
  await inWorld(config, async ({ world, manage }) => {
    const account = (await world.accounts.list()).find((one) => isSameAddress(one.email, email));
    if (!account) throw new Refusal('account-not-found', `No account of ${email}.`);
    if (deed !== 'invite') {
      await manage[deed](account.id, BY);
      return say(`${account.email} ${deed === 'retire' ? 'may sign in no more.' : 'may sign in again, with the same password and code.'}`);
    }
    const secret = await manage.inviteAgain(account.id, BY);
    return tellOnce(
      `${config.PUBLIC_URL}${pathOf('deskInvitation', { secret })}`,
      `Password, code and sessions of ${email} have ended; the new link is in its letter alone: \`contremarque staff invite ${email}\` for another, or \`contremarque staff retire ${email}\`.`,
    );
  });
}

/** Prints the key alone, so that a program can take it. Only its hash is kept. */
export async function addApiKey(config: Config, key: Pick<Person, 'name' | 'role'>): Promise<void> {
  await inWorld(config, async ({ manage }) => {
    const { id, key: secret } = await manage.addKey(key, BY);
    await tellOnce(secret, `Key ${id} exists, and nobody knows its secret: \`contremarque api-key revoke ${id}\`.`);
  });
}

export async function listApiKeys(config: Config): Promise<void> {
  await inWorld(config, async ({ world }) => {
    for (const { id, name, role, createdAt, revokedAt } of await world.accounts.keys())
      say([id, role, createdAt, revokedAt === undefined ? 'good' : `revoked ${revokedAt}`, name].join('\t'));
  });
}

export async function changeApiKey(config: Config, deed: 'revoke' | 'restore', id: number): Promise<void> {
  await inWorld(config, async ({ manage }) => {
    await manage[deed === 'revoke' ? 'revokeKey' : 'restoreKey'](id, BY);
    say(`Key ${id} ${deed === 'revoke' ? 'opens nothing any more.' : 'is good again.'}`);
  });
}

interface Given {
  readonly world: World;
  readonly manage: ManageAccounts;
}

async function inWorld(config: Config, work: (given: Given) => Promise<void>): Promise<void> {
  const world = createWorld(config);
  try {
    const { manageAccounts } = createAccessDeeds(world, createDeeds(world, config));
    await work({ world, manage: manageAccounts });
  } finally {
    await world.close();
  }
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
