import { createSecrets } from '../../../src/entry/keys';
import { createStaff } from '../../../src/mysql/access/staff';
import { seedTheatre } from '../../../src/mysql/seed/seed-theatre';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { defined } from '../../fakes/defined';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const SOPHIE = {
  name: 'Sophie Marchand',
  email: 'Sophie.Marchand@theatre-des-mariniers.example',
  role: 'reviewer',
  passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2Vs$aGFjaGU',
  totpSecret: 'JBSWY3DPEHPK3PXP',
} as const;

test('Sophie is known by her address, however she types it, and by her number', async () => {
  const staff = createStaff({ knex: database.knex, secrets: createSecrets('ab'.repeat(32)) });
  const id = await staff.add(SOPHIE);
  const sophie = { ...SOPHIE, id, accessVersion: 1, email: 'sophie.marchand@theatre-des-mariniers.example' };
  expect(await staff.byEmail(' SOPHIE.Marchand@theatre-des-mariniers.example')).toEqual(sophie);
  expect(await staff.byId(id)).toEqual(sophie);
  expect(await staff.byId(id + 1)).toBeUndefined();
  expect(await staff.byEmail('personne@theatre-des-mariniers.example')).toBeUndefined();
  await expect(staff.add(SOPHIE)).rejects.toMatchObject({ code: 'already-exists' });
});

test('those who acted are named: people of the desk, reviewers who answered by mail, programs', async () => {
  const { knex } = database;
  const staff = createStaff({ knex, secrets: createSecrets('ab'.repeat(32)) });
  const claire = await staff.add({ ...SOPHIE, name: 'Claire Autin', email: 'claire.autin@theatre-des-mariniers.example' });
  const scanner = await staff.addApiKey({ name: 'Douchette', role: 'cashier', hash: 'cd'.repeat(32), at: '2027-01-04T10:00:00.000Z' });
  await seedTheatre(knex, { now: '2027-01-04T10:00:00.000Z' });
  const { id: reviewer, name } = defined(await knex('reviewers').first('id', 'name'));
  expect(await staff.names([`staff:${claire}`, `api-key:${scanner}`, `reviewer:${reviewer}`, 'customer', 'staff:999'])).toEqual({
    [`staff:${claire}`]: 'Claire Autin',
    [`api-key:${scanner}`]: 'Douchette',
    [`reviewer:${reviewer}`]: name,
  });
});

test('a program is known by the hash of its key alone', async () => {
  const staff = createStaff({ knex: database.knex, secrets: createSecrets('ab'.repeat(32)) });
  const hash = 'ab'.repeat(32);
  const id = await staff.addApiKey({ name: 'Contrôle d’accès', role: 'cashier', hash, at: '2027-01-04T10:00:00.000Z' });
  expect(await staff.apiKeyByHash(hash)).toEqual({ id, name: 'Contrôle d’accès', role: 'cashier' });
  expect(await staff.apiKeyByHash('AB'.repeat(32))).toBeUndefined();
});
