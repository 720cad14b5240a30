import type { Browser, Page } from 'playwright-core';
import { PHARE } from '../../people';
import { openBrowser, openTab, PHONE } from '../browser';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';

/** « Vos coordonnées » left by a link, and opened again. */
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  theatre = await openTheatre({ orders: [], now: '2027-01-04T10:00:00.000Z' });
});
afterEach(() => theatre.close());

const DETAILS = '/panier/coordonnees';

async function fillsIn(page: Page): Promise<void> {
  await page.goto(`${theatre.url}/seances/${PHARE.id}`);
  await page.getByLabel('Étudiant').selectOption('1');
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('button', { name: 'Continuer vers vos coordonnées' }).click();
  await page.getByLabel('Nom et prénom', { exact: true }).fill('Camille Roussel');
  await page.getByLabel('Adresse e-mail').fill('camille.roussel@courriel.example');
  await page.getByLabel('Place 1, étudiant').fill('Paul Roussel');
}

const typedOn = (page: Page) => Promise.all(['#name', '#email', '#holder-1'].map((field) => page.locator(field).inputValue()));
const keptBy = (page: Page): Promise<number> => page.evaluate('sessionStorage.length');

it.each(['Programme', 'Mes billets', 'Données personnelles'])(
  'by « %s », it still holds what was typed, and no other tab does',
  async (link) => {
    const { page, complaints } = await openTab(browser, { viewport: PHONE });
    await fillsIn(page);
    await page.getByRole('link', { name: link }).click();
    await page.waitForURL((url) => url.pathname !== DETAILS);
    await page.goto(theatre.url + DETAILS);
    expect(await typedOn(page)).toEqual(['Camille Roussel', 'camille.roussel@courriel.example', 'Paul Roussel']);
    // Seen again and left again, it is kept again.
    await page.getByRole('link', { name: link }).click();
    await page.waitForURL((url) => url.pathname !== DETAILS);
    await page.goto(theatre.url + DETAILS);
    expect((await typedOn(page))[0]).toBe('Camille Roussel');
    const other = await page.context().newPage();
    await other.goto(theatre.url + DETAILS);
    expect(await typedOn(other)).toEqual(['', '', '']);
    expect(complaints).toEqual([]);
  },
);

it('sent, it leaves nothing in the browser', async () => {
  const { page } = await openTab(browser, { viewport: PHONE });
  await fillsIn(page);
  await page.getByRole('link', { name: 'Programme' }).click();
  await page.goto(theatre.url + DETAILS);
  await page.getByLabel('conditions de vente').check();
  await page.getByRole('button', { name: /^Payer/ }).click();
  await page.waitForURL(/bac-a-sable/);
  expect(await keptBy(page)).toBe(0);
});
