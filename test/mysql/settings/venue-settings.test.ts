import { recordChange } from '../../../src/mysql/catalogue/admin/change-log';
import { createVenueSettings } from '../../../src/mysql/settings/venue-settings';
import type { Change, VenueSettings } from '../../../src/ports/settings/venue-settings';
import { NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
let settings: VenueSettings;
let venue: number;

beforeAll(async () => {
  office = await openBoxOffice();
  const { knex } = office;
  settings = createVenueSettings({ knex, recordChange });
  [venue = 0] = await knex('venues').pluck('id');
});
afterAll(() => office.close());

const change: Change = { by: { role: 'api-key', id: 3 }, door: 'api', at: NOW };
const changes = (kind: string) => office.knex('catalogue_changes').where({ kind }).orderBy('id');

test('the rules for proofs are kept, and what was left out stays', async () => {
  const before = await settings.venue(venue);
  const proofRules = { formats: ['pdf', 'png'], maxBytes: 1024 * 1024 } as const;
  await settings.change(venue, () => ({ proofRules, attachProofs: false }), change);
  expect(await settings.venue(venue)).toEqual({ ...before, proofRules, attachProofs: false });
});

test('who changed it is in the record, with no more than what changed', async () => {
  const [row] = await changes('venue');
  expect(row).toMatchObject({ actor: 'api-key:3', door: 'api', subject: `${venue}`, at: new Date(NOW) });
  expect(row?.after).toEqual({ proofRules: { formats: ['pdf', 'png'], maxBytes: 1024 * 1024 }, attachProofs: false });
  expect(Object.keys(Object(row?.before)).toSorted()).toEqual(['attachProofs', 'proofRules']);
});

test('the same once more leaves no line', async () => {
  const label = { fr: 'Mes pièces', en: 'My papers' };
  await settings.change(venue, () => ({ proofsLabel: label }), change);
  const count = (await changes('venue')).length;
  await settings.change(venue, () => ({ proofsLabel: label }), change);
  expect(await changes('venue')).toHaveLength(count);
});

test('a change that is refused changes nothing', async () => {
  const before = await settings.venue(venue);
  const refused = settings.change(
    venue,
    () => {
      throw new RangeError('no');
    },
    change,
  );
  await expect(refused).rejects.toThrow('no');
  expect(await settings.venue(venue)).toEqual(before);
});

test('a retired reviewer comes back under the same number, with the new name', async () => {
  const address = 'odile@theatre-des-mariniers.example';
  const id = await settings.addReviewer(venue, { name: 'Odile', address }, change);
  await settings.retireReviewer(venue, id, change);
  expect(await settings.reviewers(venue)).toContainEqual({ id, name: 'Odile', address, active: false });
  expect(await settings.addReviewer(venue, { name: 'Odile Garnier', address }, change)).toBe(id);
  expect(await settings.reviewers(venue)).toContainEqual({ id, name: 'Odile Garnier', address, active: true });
  expect(await changes('reviewer')).toHaveLength(3);
});

test('whoever is asked already keeps their name: a second one at that address is refused', async () => {
  const address = 'perrine@theatre-des-mariniers.example';
  const id = await settings.addReviewer(venue, { name: 'Perrine', address }, change);
  expect(await settings.addReviewer(venue, { name: 'Perrine', address }, change)).toBe(id);
  const other = settings.addReviewer(venue, { name: 'Sylvain', address }, change);
  await expect(other).rejects.toMatchObject({ code: 'already-exists', detail: { field: 'address' } });
  expect(await settings.reviewers(venue)).toContainEqual({ id, name: 'Perrine', address, active: true });
  await settings.retireReviewer(venue, id, change);
});

test('somebody must be asked: the last reviewer stays, even when two are retired at once', async () => {
  const active = (await settings.reviewers(venue)).filter((one) => one.active);
  const tried = await Promise.allSettled(active.map(({ id }) => settings.retireReviewer(venue, id, change)));
  expect(tried.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'last-reviewer' } }]);
  expect((await settings.reviewers(venue)).filter((one) => one.active)).toHaveLength(1);
});

test('a reviewer whom nobody knows', async () => {
  const renamed = settings.renameReviewer(venue, { id: 999_999, name: 'Basile' }, change);
  await expect(renamed).rejects.toMatchObject({ code: 'reviewer-not-found' });
});
