import { seedTheatre } from '../../../src/mysql/seed/seed-theatre';
import type { Office } from '../catalogue/office';
import { openOffice } from '../catalogue/office';
import { signedIn } from '../signed-in';
import { formFields } from '../visitor';

/** The seeded theatre is online, with terms of sale and a legal notice of its own in both languages. */
let office: Office;
let cookie: string;
let venue: number;
beforeAll(async () => {
  office = await openOffice();
  ({ venueId: venue } = await seedTheatre(office.world.knex, { now: new Date().toISOString(), policy: {} }));
  ({ cookie } = await signedIn(office.world.knex, { masterKey: office.masterKey, role: 'admin' }));
});
afterAll(() => office.close());

const text = (kind: string, language = 'fr') => `/venues/${venue}/texts/${kind}/${language}`;

describe.each(['terms-of-sale', 'legal-notice'])('%s', (kind) => {
  test('does not go back to our own words by API while a performance is online', async () => {
    const { version } = await office.does('get', text(kind));
    const { status, body } = await office.call('post', `${text(kind)}/reset`, { base: version });
    expect([status, body.code, body.facts.missing]).toEqual([409, 'sale-would-stop', kind]);
    expect(await office.does('get', text(kind))).toMatchObject({ version, own: true });
  });

  test('nor at the desk, which says why and what to do', async () => {
    const page = `${office.url}/guichet/reglages/textes/${kind}/fr`;
    const opened = await fetch(page, { headers: { cookie } });
    const csrf = opened.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
    const body = new URLSearchParams(formFields(await opened.text(), `/guichet/reglages/textes/${kind}/fr/origine`));
    const headers = { cookie: [cookie, ...csrf].join('; '), 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${page}/origine`, { method: 'POST', headers, body, redirect: 'manual' });
    expect(answer.status).toBe(409);
    const said = await answer.text();
    expect(said).toContain('retirez-la d’abord de la vente');
    expect(said).toMatch(/Ce qui manquerait\u00a0: les conditions de vente et les mentions légales/);
  });
});

test('what came with the program has its author’s name, not a code', async () => {
  const read = async (path: string) => (await fetch(`${office.url}/guichet/reglages/textes${path}`, { headers: { cookie } })).text();
  const pages = [await read(''), await read('/terms-of-sale/fr')];
  expect(pages[0]).toMatch(/Contremarque, \d/);
  expect(pages[1]).toMatch(/par\s+Contremarque/);
  for (const page of pages) expect(page).not.toMatch(/\bsystem\b/);
});

test('an English page that is no more than our stand-in gives way to what the venue wrote in French, and says so', async () => {
  const { version } = await office.does('get', text('legal-notice', 'en'));
  expect(await office.does('post', `${text('legal-notice', 'en')}/reset`, { base: version })).toMatchObject({ own: false });
  const page = await (await fetch(`${office.url}/mentions-legales?lang=en`)).text();
  expect(page).toContain('has written this page in French');
  expect(page).toMatch(/lang="fr">\s*<h2>Éditeur<\/h2>/);
  expect(page).toContain('Anne Le Goff');
  expect(page).not.toContain('has not written here yet');
  const terms = await (await fetch(`${office.url}/conditions-de-vente?lang=en`)).text();
  expect(terms).not.toContain('has written this page in French');
});

test('what is no longer online leaves its venue free', async () => {
  await office.world.knex('performances').update({ published_at: null });
  const { version } = await office.does('get', text('terms-of-sale'));
  expect(await office.does('post', `${text('terms-of-sale')}/reset`, { base: version })).toMatchObject({ own: false });
});
