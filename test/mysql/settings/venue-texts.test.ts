import { createNames } from '../../../src/mysql/access/staff';
import { recordChange } from '../../../src/mysql/catalogue/admin/change-log';
import { createVenueTexts } from '../../../src/mysql/settings/venue-texts';
import type { NewText, TextPlace, VenueTexts } from '../../../src/ports/settings/venue-texts';
import { NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
let texts: VenueTexts;
let venue: number;

beforeAll(async () => {
  office = await openBoxOffice();
  const { knex } = office;
  texts = createVenueTexts({ knex, staff: { names: createNames({ knex }) }, recordChange });
  [venue = 0] = await knex('venues').pluck('id');
});
afterAll(() => office.close());

const place = (kind: TextPlace['kind']): TextPlace => ({ venue, kind, language: 'fr' });
const by = { by: { role: 'staff', id: 7 }, door: 'desk', at: NOW } as const satisfies Partial<NewText>;

test('a text that nobody changed is our own', async () => {
  expect(await texts.current(place('deadline'))).toEqual({ version: 0, text: undefined });
  expect(await texts.versions(place('deadline'))).toEqual([]);
});

test('each change is a version, and going back to our own words is one too', async () => {
  const here = place('reminder');
  expect(await texts.write(here, { ...by, base: 0, text: 'À demain.' })).toBe(1);
  expect(await texts.write(here, { ...by, base: 1 })).toBe(2);
  expect(await texts.current(here)).toEqual({ version: 2, text: undefined });
  expect(await texts.own(venue, 'fr')).not.toHaveProperty('reminder');
  expect(await texts.write(here, { ...by, base: 2, text: 'À demain.', restored: 1 })).toBe(3);
  expect(await texts.versions(here)).toMatchObject([
    { version: 3, text: 'À demain.', restored: 1, at: NOW },
    { version: 2, text: undefined },
    { version: 1, text: 'À demain.', restored: undefined },
  ]);
  expect(await texts.own(venue, 'fr')).toMatchObject({ reminder: 'À demain.' });
  expect(await texts.own(venue, 'en')).not.toHaveProperty('reminder');
  const seeded = (await texts.latest(venue)).filter(({ by: author }) => author === 'system');
  expect(new Set(seeded.map(({ kind }) => kind))).toEqual(new Set(['terms-of-sale', 'legal-notice']));
  const written = (await texts.latest(venue)).filter(({ by: author }) => author !== 'system');
  expect(written).toMatchObject([{ kind: 'reminder', language: 'fr', version: 3 }]);
});

test('who read an older version is refused, and nothing of theirs is kept', async () => {
  const here = place('refusal');
  await texts.write(here, { ...by, base: 0, text: 'Celle d’Odile.' });
  const late = texts.write(here, { ...by, base: 0, text: 'Celle de Basile.' });
  await expect(late).rejects.toMatchObject({ code: 'text-changed-meanwhile', detail: { field: 'base' } });
  expect(await texts.current(here)).toEqual({ version: 1, text: 'Celle d’Odile.' });
  expect(await texts.versions(here)).toHaveLength(1);
});

test('of two who write the first version at once, one is kept', async () => {
  const here = place('cancelled');
  const both = await Promise.allSettled(['Odile', 'Basile'].map((text) => texts.write(here, { ...by, base: 0, text })));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'text-changed-meanwhile' } });
  expect(await texts.versions(here)).toHaveLength(1);
});

test('who wrote what is in the record of changes', async () => {
  await texts.write(place('refunded'), { ...by, base: 0, text: 'C’est parti.' });
  const rows = await office.knex('catalogue_changes').where({ kind: 'venue-text', subject: `${venue}/refunded/fr` });
  expect(rows).toEqual([expect.objectContaining({ actor: 'staff:7', door: 'desk', at: new Date(NOW) })]);
});
