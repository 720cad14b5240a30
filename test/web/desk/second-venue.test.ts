import { seedTheatre } from '../../../src/mysql/seed/seed-theatre';
import type { Office } from '../catalogue/office';
import { openOffice } from '../catalogue/office';
import { signedIn } from '../signed-in';
import { formFields } from '../visitor';
import { defined } from '../../fakes/defined';
import { anotherVenue } from '../../fakes/another-venue';

/** One organizer, two venues, one desk: a page says of which venue it is, and tells the time by its clock. */
let office: Office;
let cookie: string;
let first: number;
let second: number;
let bal: number;
const SECOND = 'Le Grenier à sel';

beforeAll(async () => {
  office = await openOffice();
  const { knex } = office.world;
  const seeded = await seedTheatre(knex, { now: new Date().toISOString(), policy: {} });
  first = seeded.venueId;
  bal = seeded.performances.find(({ show }) => show === 'Le Bal des éclusiers')?.id ?? 0;
  second = await anotherVenue(knex, { name: SECOND, inbox_address: 'grenier@mariniers.example', time_zone: 'Indian/Reunion' });
  const { room_id } = defined(await knex('performances').where({ id: bal }).first('room_id'));
  await knex('rooms').where({ id: room_id }).update({ venue_id: second });
  // A Saturday evening at 20 h 30 there.
  const startsAt = new Date('2037-03-28T16:30:00.000Z');
  await knex('performances')
    .where({ id: bal })
    .update({ starts_at: startsAt, doors_at: startsAt, ends_at: new Date('2037-03-28T18:30:00.000Z') });
  ({ cookie } = await signedIn(knex, { masterKey: office.masterKey, role: 'admin' }));
});
afterAll(() => office.close());

async function reads(path: string) {
  const answer = await fetch(`${office.url}${path}`, { headers: { cookie }, redirect: 'manual' });
  const csrf = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
  return { status: answer.status, text: await answer.text(), csrf };
}

async function sends(path: string, action: string, fields: Readonly<Record<string, string>>) {
  const { text, csrf } = await reads(path);
  const body = new URLSearchParams({ ...formFields(text, action), ...fields });
  const headers = { cookie: [cookie, ...csrf].join('; '), 'sec-fetch-site': 'same-origin' };
  return () => fetch(`${office.url}${action}`, { method: 'POST', headers, body, redirect: 'manual' });
}

const line = (venue: string) => new RegExp(`Lieu\\u00a0: <strong>${venue}</strong>`);
const TEXT = '/guichet/reglages/textes/reminder/fr';

test('the settings name both venues, and each page of them its own', async () => {
  const { text: index } = await reads('/guichet/reglages');
  expect(index).toContain(`<a href="/guichet/reglages?venue=${second}"`);
  for (const page of [
    '/maquettes',
    '/maquettes/a4/numbered',
    '/textes',
    '/textes/reminder/fr',
    '/justificatifs',
    '/delais',
    '/adresses',
    '/reponses',
  ]) {
    const { status, text } = await reads(`/guichet/reglages${page}?venue=${first}`);
    expect([page, status, line('Théâtre des Mariniers').test(text)]).toEqual([page, 200, true]);
  }
  expect((await reads(`/guichet/reglages/textes?venue=${second}`)).text).toMatch(line(SECOND));
  expect((await reads('/guichet/reglages/adresses')).text).toContain('grenier@mariniers.example');
  for (const page of ['/comptes', '/cles']) expect((await reads(`/guichet/reglages${page}`)).text).not.toMatch(/Lieu\u00a0:/);
  expect((await reads(`/guichet/reglages?venue=${second + 7}`)).status).toBe(404);
});

test('a form settles the venue that its page showed, whatever another tab looks at meanwhile', async () => {
  await reads(`${TEXT}?venue=${second}`);
  const written = await sends(TEXT, TEXT, {
    text: (await office.does('get', `/venues/${second}/texts/reminder/fr`)).text.replace(/$/, '\n\nÀ bientôt au Grenier.'),
  });
  await reads(`/guichet/reglages?venue=${first}`);
  expect((await written()).status).toBe(303);
  expect(await office.does('get', `/venues/${second}/texts/reminder/fr`)).toMatchObject({ own: true });
  expect(await office.does('get', `/venues/${first}/texts/reminder/fr`)).toMatchObject({ own: false });
  expect((await reads(TEXT)).text).toMatch(line(SECOND));
});

test('what a performance lacks is written down at its own venue', async () => {
  const { knex } = office.world;
  await knex('performances').where({ id: bal }).update({ published_at: null });
  const { text } = await reads(`/guichet/mise-en-vente/${bal}`);
  expect(text).toContain(`/guichet/reglages/textes/terms-of-sale/fr?venue=${second}`);
  expect(text).toContain(`/guichet/reglages/maquettes?venue=${second}`);
});

test.each([
  ['its readiness', () => `/guichet/mise-en-vente/${bal}`, /20\u00a0h\u00a030/],
  ['the list of what may be sold', () => '/guichet/mise-en-vente', /20\u00a0h\u00a030[^]*Le Grenier à sel/],
  ['its counter', () => `/guichet/caisse/${bal}`, /20\u00a0h\u00a030/],
  ['its door', () => `/controle/${bal}`, /data-zone="Indian\/Reunion"[^]*20\u00a0h\u00a030/],
  ['its sale rule', () => `/guichet/mise-en-vente/${bal}/regles/INTERNET`, /20\u00a0h\u00a030/],
])('%s tells the time by the clock of its venue', async (_what, path, words) => {
  const { status, text } = await reads(path());
  expect([status, words.test(text)]).toEqual([200, true]);
});
