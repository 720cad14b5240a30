import type { Browser } from 'playwright-core';
import { PHARE } from '../../people';
import { openBrowser, openTab, PHONE } from '../browser';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { CAMILLE } from './shopping';

let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
  theatre = await openTheatre({ orders: [], now: '2027-01-04T10:00:00.000Z' });
});
afterAll(async () => {
  await theatre.close();
  await browser.close();
});

it('a page that waits for the payment changes by itself when it arrives', async () => {
  const { page, complaints } = await openTab(browser, { viewport: PHONE });
  await page.goto(`${theatre.url}/seances/${PHARE.id}`);
  await page.getByLabel('Plein tarif').selectOption('1');
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('button', { name: 'Continuer vers vos coordonnées' }).click();
  await page.locator('#name').fill(CAMILLE.name);
  await page.locator('#email').fill(CAMILLE.email);
  await page.locator('#accept').check();
  await page.getByRole('button', { name: 'Payer' }).click();
  await page.locator('button[value=leave]').click();
  await page.getByRole('heading', { level: 1, name: 'Nous n’avons pas encore la réponse de votre banque' }).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Reprendre le paiement' }).click();
  await other.locator('button[value=pay]').click();
  await page.getByRole('heading', { level: 1, name: 'Votre paiement est bien reçu' }).waitFor();
  expect(await page.title()).toMatch(/^Votre paiement est bien reçu/);
  expect(await page.evaluate('document.activeElement.localName')).toBe('main');
  expect(complaints).toEqual([]);
});
