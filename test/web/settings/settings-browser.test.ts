import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser, overflows, PHONE, violations } from '../browser';
import { openDesk } from '../desk-tab';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, openTheatre } from '../harness';
import { signsIn } from '../visitor';

// A browser on a machine that does other things too.
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

const mehdi = (options: BrowserContextOptions) => openDesk(browser, theatre, { who: MEHDI_IN_THE_OFFICE, options });

const PAGES = [
  '',
  '/textes',
  '/textes/confirmation/fr',
  '/textes/shop-basket/en',
  '/justificatifs',
  '/delais',
  '/adresses',
  '/reponses',
  '/comptes',
  '/cles',
  '/maquettes',
  '/maquettes/a4/numbered',
];

it.each([
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', PHONE],
])('on %s no page of the settings breaks a rule that a machine can check', async (_what, viewport) => {
  const { page, complaints } = await mehdi({ viewport });
  for (const path of PAGES) {
    await page.goto(`${theatre.url}/guichet/reglages${path}`);
    expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false]);
  }
  // The preview of a letter has no origin: Chromium says that it cannot share ours.
  expect(complaints.filter((one) => !one.includes('origin-keyed agent cluster'))).toEqual([]);
});

it.each([
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', PHONE],
])('on %s neither one’s own account nor an invitation breaks such a rule', async (_what, viewport) => {
  const { page, complaints } = await mehdi({ viewport });
  const person = { name: 'Aïcha Benali', email: 'aicha@theatre-des-mariniers.example', role: 'cashier' } as const;
  await theatre.needs.deeds.manageAccounts.invite(person, { by: { role: 'staff', id: 3 }, door: 'desk' });
  const invitation = theatre.invitationPath(theatre.letters.written.at(-1)?.about.command ?? '');
  for (const path of ['/guichet/compte', invitation]) {
    await page.goto(`${theatre.url}${path}`);
    expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false]);
  }
  expect(complaints).toEqual([]);
});

it('what the venue writes for the basket stands in the basket, and its name for the proofs everywhere', async () => {
  const { page } = await mehdi({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  await page.goto(`${theatre.url}/guichet/reglages/textes/shop-performance/fr`);
  await page.getByRole('textbox').first().fill('Payez, puis envoyez votre carte : nous la lisons sous deux jours.');
  await page.getByRole('button', { name: /Enregistrer|Garder/ }).click();
  await page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
  await page.goto(theatre.url);
  await page.getByRole('link', { name: 'Le Phare d’hiver' }).click();
  await page.getByRole('link', { name: 'Choisir' }).click();
  expect(await page.locator('main').textContent()).toContain('nous la lisons sous deux jours');
});

it('is for those who may settle things', async () => {
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  for (const path of PAGES) expect([path, (await helene.get(`/guichet/reglages${path}`)).status]).toEqual([path, 403]);
});
