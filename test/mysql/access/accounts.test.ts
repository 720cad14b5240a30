import { createSecrets } from '../../../src/entry/keys';
import { createAccounts } from '../../../src/mysql/access/accounts';
import { createSessions } from '../../../src/mysql/access/sessions';
import { createStaff, sealOldSecrets } from '../../../src/mysql/access/staff';
import { recordChange } from '../../../src/mysql/catalogue/admin/change-log';
import type { Accounts } from '../../../src/ports/accounts';
import type { Role, Staff } from '../../../src/ports/staff';
import { freshDatabase, type FreshDatabase } from '../fresh-database';

let database: FreshDatabase;
let staff: Staff;
let accounts: Accounts;
const secrets = createSecrets('ab'.repeat(32));

beforeAll(async () => {
  database = await freshDatabase();
  const { knex } = database;
  staff = createStaff({ knex, secrets });
  accounts = createAccounts({ knex, secrets, recordChange });
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const table of ['sessions', 'staff_invitations', 'staff', 'api_keys', 'catalogue_changes']) await database.knex(table).delete();
});

const NOW = '2027-01-11T16:45:00.000Z';
const LATER = '2027-01-14T16:45:00.000Z';
const CODE_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

async function hire(name: string, role: Role): Promise<number> {
  const email = `${name.toLowerCase()}@theatre-des-mariniers.example`;
  return staff.add({ name, email, role, passwordHash: `hash of ${name}`, totpSecret: CODE_SECRET });
}

const by = (id: number) => ({ by: { role: 'staff', id }, door: 'desk', at: NOW }) as const;

test('whoever is retired is let in no more at once, sessions included, and comes back as before', async () => {
  const [mehdi, sophie] = [await hire('Mehdi', 'admin'), await hire('Sophie', 'reviewer')];
  const sessions = createSessions({ knex: database.knex });
  await sessions.keep('of-sophie', { content: '{}', seconds: 60, staff: sophie });
  await sessions.keep('of-mehdi', { content: '{}', seconds: 60, staff: mehdi });
  const before = await staff.byId(sophie);
  await accounts.change(sophie, { active: false }, by(mehdi));
  expect(await staff.byId(sophie)).toBeUndefined();
  expect(await staff.byEmail('sophie@theatre-des-mariniers.example')).toBeUndefined();
  expect([await sessions.find('of-sophie'), await sessions.find('of-mehdi')]).toEqual([undefined, '{}']);
  expect(await staff.names([`staff:${sophie}`])).toEqual({ [`staff:${sophie}`]: 'Sophie' });
  await accounts.change(sophie, { active: true }, by(mehdi));
  const after = await staff.byId(sophie);
  expect(after).toMatchObject({ passwordHash: before?.passwordHash, totpSecret: CODE_SECRET });
  // A session that was being written while she was retired is of another version.
  expect(after?.accessVersion).toBeGreaterThan(before?.accessVersion ?? 0);
});

test('the last admin who can come in is kept, whatever the slip', async () => {
  const [mehdi, sophie] = [await hire('Mehdi', 'admin'), await hire('Sophie', 'reviewer')];
  // Invited, and has not come in yet: of no help.
  const invitation = { hash: 'aa'.repeat(32), expiresAt: LATER };
  await accounts.invite({ name: 'Karim', email: 'karim@theatre-des-mariniers.example', role: 'admin' }, invitation, by(mehdi));
  const slips = [{ active: false }, { role: 'reviewer' }, { invitation: { hash: 'bb'.repeat(32), expiresAt: LATER } }] as const;
  for (const slip of slips) {
    const detail = 'role' in slip ? { field: 'role' } : {};
    await expect(accounts.change(mehdi, slip, by(mehdi))).rejects.toMatchObject({ code: 'last-admin', detail });
  }
  await accounts.change(mehdi, { passwordHash: 'another' }, by(mehdi));
  await accounts.change(sophie, { role: 'admin' }, by(mehdi));
  await accounts.change(mehdi, { active: false }, by(sophie));
  await expect(accounts.change(999, { active: false }, by(sophie))).rejects.toMatchObject({ code: 'account-not-found' });
});

test('what changes nothing shows nobody out', async () => {
  const [mehdi, sophie] = [await hire('Mehdi', 'admin'), await hire('Sophie', 'reviewer')];
  const before = await staff.byId(sophie);
  await accounts.change(sophie, { active: true }, by(mehdi));
  await accounts.change(sophie, { role: 'reviewer' }, by(mehdi));
  expect(await staff.byId(sophie)).toEqual(before);
  await accounts.change(sophie, { active: false }, by(mehdi));
  await accounts.change(sophie, { active: true }, by(mehdi));
  expect((await staff.byId(sophie))?.accessVersion).toBe((before?.accessVersion ?? 0) + 2);
});

test('two admins who retire each other at the same moment leave one of them', async () => {
  const [mehdi, nadia] = [await hire('Mehdi', 'admin'), await hire('Nadia', 'admin')];
  const both = [accounts.change(nadia, { active: false }, by(mehdi)), accounts.change(mehdi, { active: false }, by(nadia))];
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await accounts.list()).filter(({ active }) => active)).toHaveLength(1);
});

test('an invitation ends what was before, opens once, and not after three days', async () => {
  const [mehdi, sophie] = [await hire('Mehdi', 'admin'), await hire('Sophie', 'reviewer')];
  const hash = 'cc'.repeat(32);
  await accounts.change(sophie, { invitation: { hash, expiresAt: LATER } }, by(mehdi));
  expect(await staff.byId(sophie)).toMatchObject({ passwordHash: '', totpSecret: '' });
  expect(await accounts.invited(hash, NOW)).toMatchObject({ id: sophie, invited: true });
  expect(await accounts.invited(hash, LATER)).toBeUndefined();
  const chosen = { passwordHash: 'new', totpSecret: CODE_SECRET };
  const twice = await Promise.all([accounts.accept(hash, chosen, NOW), accounts.accept(hash, chosen, NOW)]);
  expect(twice.toSorted()).toEqual([sophie, undefined]);
  expect(await staff.byId(sophie)).toMatchObject({ passwordHash: 'new', totpSecret: CODE_SECRET });
  await expect(
    accounts.invite(
      { name: 'Sophie', email: 'sophie@theatre-des-mariniers.example', role: 'admin' },
      { hash: 'dd'.repeat(32), expiresAt: LATER },
      by(mehdi),
    ),
  ).rejects.toMatchObject({ code: 'already-exists' });
});

test('an older invitation, and that of a retired account, open nothing', async () => {
  const [mehdi, sophie] = [await hire('Mehdi', 'admin'), await hire('Sophie', 'reviewer')];
  const [first, second] = ['aa'.repeat(32), 'bb'.repeat(32)];
  await accounts.change(sophie, { invitation: { hash: first, expiresAt: LATER } }, by(mehdi));
  await accounts.change(sophie, { invitation: { hash: second, expiresAt: LATER } }, by(mehdi));
  expect(await accounts.invited(first, NOW)).toBeUndefined();
  await accounts.change(sophie, { active: false }, by(mehdi));
  expect(await accounts.invited(second, NOW)).toBeUndefined();
  expect(await accounts.accept(second, { passwordHash: 'x', totpSecret: CODE_SECRET }, NOW)).toBeUndefined();
});

test('a revoked key opens nothing at the next request, and can be restored; said twice is said once', async () => {
  const mehdi = await hire('Mehdi', 'admin');
  const hash = 'ee'.repeat(32);
  const id = await accounts.addKey({ name: 'Douchette', role: 'cashier', hash }, by(mehdi));
  expect(await staff.apiKeyByHash(hash)).toMatchObject({ id, role: 'cashier' });
  await accounts.revokeKey(id, by(mehdi));
  await accounts.revokeKey(id, { ...by(mehdi), at: LATER });
  expect(await staff.apiKeyByHash(hash)).toBeUndefined();
  expect(await accounts.keys()).toMatchObject([{ id, revokedAt: NOW }]);
  await accounts.restoreKey(id, by(mehdi));
  expect(await staff.apiKeyByHash(hash)).toMatchObject({ id });
  await expect(accounts.revokeKey(999, by(mehdi))).rejects.toMatchObject({ code: 'key-not-found' });
});

test('each change is kept with who and when, and never with a secret', async () => {
  const [mehdi, sophie] = [await hire('Mehdi', 'admin'), await hire('Sophie', 'reviewer')];
  await accounts.change(sophie, { passwordHash: 'hash-of-a-secret', totpSecret: CODE_SECRET }, by(sophie));
  await accounts.change(sophie, { active: false }, by(mehdi));
  const rows = await database.knex('catalogue_changes').orderBy('id').select('actor', 'door', 'kind', 'subject', 'before', 'after');
  expect(rows.map(({ actor, kind, subject }) => [actor, kind, subject])).toEqual([
    [`staff:${sophie}`, 'staff', String(sophie)],
    [`staff:${mehdi}`, 'staff', String(sophie)],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/hash-of-a-secret|JBSWY3DP/);
});

test('the secret of the one-time codes lies sealed; what an earlier version left in the clear is sealed at the start', async () => {
  const sophie = await hire('Sophie', 'reviewer');
  const { knex } = database;
  const column = async () => (await knex('staff').where({ id: sophie }).first('totp_secret'))?.totp_secret;
  expect(await column()).not.toContain(CODE_SECRET);
  await knex('staff').where({ id: sophie }).update({ totp_secret: CODE_SECRET });
  expect(await staff.byId(sophie)).toMatchObject({ totpSecret: CODE_SECRET });
  expect([await sealOldSecrets({ knex, secrets }), await sealOldSecrets({ knex, secrets })]).toEqual([1, 0]);
  expect(await column()).not.toContain(CODE_SECRET);
  expect(await staff.byId(sophie)).toMatchObject({ totpSecret: CODE_SECRET });
  const stranger = createStaff({ knex, secrets: createSecrets('cd'.repeat(32)) });
  await expect(stranger.byId(sophie)).rejects.toThrow('authenticate');
});
