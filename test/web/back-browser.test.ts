import type { Browser, Page } from 'playwright-core';
import { PHARE } from '../people';
import { DESKTOP, openBrowser, openTab, PHONE } from './browser';
import { openDesk } from './desk-tab';
import type { Theatre } from './harness';
import { HELENE_AT_THE_TILL, openTheatre } from './harness';

/** A form answered with what is wrong, then obeyed, then left by « Back »: the browser has no page of its own to show. */
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  theatre = await openTheatre({ now: '2027-01-04T10:00:00.000Z' });
});
afterEach(() => theatre.close());

async function entersDetails(page: Page): Promise<void> {
  await page.goto(`${theatre.url}/seances/${PHARE.id}`);
  await page.getByLabel('Plein tarif').selectOption('1');
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('button', { name: 'Continuer vers vos coordonnées' }).click();
  await page.getByLabel('Nom et prénom', { exact: true }).fill('Camille Roussel');
  await page.getByLabel('Adresse e-mail').fill('camille.roussel@gmial.con');
  await page.getByLabel('conditions de vente').check();
  await page.getByRole('button', { name: 'Payer' }).click();
  await page.locator('#errors').waitFor();
}

it('from the payment page, after an address that was asked about', async () => {
  const { page } = await openTab(browser, { viewport: PHONE, javaScriptEnabled: false });
  await entersDetails(page);
  expect(await page.locator('#email').inputValue()).toBe('camille.roussel@gmial.con');
  expect(page.url()).not.toContain('camille');
  await page.getByLabel('Adresse e-mail').fill('camille.roussel@courriel.example');
  await page.getByRole('button', { name: 'Payer' }).click();
  await page.waitForURL(/bac-a-sable/);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/panier/coordonnees');
  expect(await page.locator('h1').textContent()).not.toContain('Erreur');
  // Whoever was asked is not told a second time that something is wrong: the order stands.
  expect(await page.locator('#errors').count()).toBe(0);
  expect(await page.locator('main a.button, main button').first().textContent()).toContain('commande');
});

it('what is wrong is still told after reading another page, and after a second look', async () => {
  const { page } = await openTab(browser, { viewport: PHONE, javaScriptEnabled: false });
  await entersDetails(page);
  await page.getByRole('link', { name: 'Programme' }).click();
  await page.goBack();
  await page.locator('#errors').waitFor();
  expect(await page.locator('#name').inputValue()).toBe('Camille Roussel');
  await page.reload();
  await page.locator('#errors').waitFor();
});

it('from the basket after « Revoir le panier »', async () => {
  const { page } = await openTab(browser, { viewport: PHONE, javaScriptEnabled: false });
  await entersDetails(page);
  await page.getByRole('button', { name: 'Revoir le panier' }).click();
  await page.getByRole('heading', { level: 1, name: 'Votre panier' }).waitFor();
  await page.goBack();
  expect(await page.locator('#name').inputValue()).toBe('Camille Roussel');
});

it('from « vendu » at the till', async () => {
  const { page } = await openDesk(browser, theatre, { who: HELENE_AT_THE_TILL, options: { viewport: DESKTOP, javaScriptEnabled: false } });
  await page.goto(`${theatre.url}/guichet/caisse/${PHARE.id}`);
  await page.getByLabel('Plein tarif, 1, parterre').fill('2');
  await page.getByRole('button', { name: 'Calculer le total' }).click();
  await page.locator('#errors').waitFor();
  await page.getByLabel('Nom du client').fill('Paul Roussel');
  await page.getByRole('button', { name: 'Calculer le total' }).click();
  await page.getByRole('radio', { name: 'Espèces' }).check();
  await page.getByRole('button', { name: 'Encaisser 48,00' }).click();
  await page.getByRole('heading', { name: 'Vendu : 48,00 €' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: PHARE.showTitle }).waitFor();
  expect(await page.getByLabel('Nom du client').inputValue()).toBe('');
});

it.each([
  ['« Mes billets »', '/mes-billets', 'Recevoir un lien'],
  ['a corrected address', '/commande/7K2M-4Q9T/adresse', 'Corriger l’adresse'],
])('from the page after %s', async (_what, path, button) => {
  const { page } = await openTab(browser, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto(`${theatre.url}${theatre.link()}`);
  await page.getByRole('button', { name: 'Ouvrir ma commande' }).click();
  await page.goto(`${theatre.url}${path}`);
  await page.locator('#email').fill('camille.roussel');
  await page.getByRole('button', { name: button }).click();
  await page.locator('#errors').waitFor();
  await page.locator('#email').fill('camille.roussel@courriel.example');
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('link', { name: 'Programme' }).click();
  await page.goBack();
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe(path);
  await page.locator('#email').waitFor();
});

it('from the desk, after a wrong password', async () => {
  const { page } = await openTab(browser, { viewport: DESKTOP, javaScriptEnabled: false });
  await page.goto(`${theatre.url}/guichet/entrer`);
  await page.getByLabel('Adresse e-mail').fill(HELENE_AT_THE_TILL.email);
  await page.getByLabel('Mot de passe').fill('not her password');
  await page.getByLabel('Code à six chiffres').fill('000000');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.locator('#errors').waitFor();
  expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe(HELENE_AT_THE_TILL.email);
  await page.goto(`${theatre.url}/`);
  await page.goBack();
  await page.locator('#errors').waitFor();
  expect(await page.getByLabel('Mot de passe').inputValue()).toBe('');
});

it('from the basket, after too many places were ticked on the plan', async () => {
  const { page } = await openTab(browser, { viewport: DESKTOP, javaScriptEnabled: false });
  await page.goto(`${theatre.url}/seances/${PHARE.id}`);
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.locator('#errors').waitFor();
  await page.getByLabel('Plein tarif').selectOption('1');
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('link', { name: 'Choisir sur le plan' }).click();
  await page.locator('input[name=place]:not(:checked):not(:disabled)').first().check({ force: true });
  await page.getByRole('button', { name: 'Garder ces places' }).click();
  await page.locator('#errors').waitFor();
  await page.getByRole('link', { name: 'Revenir au panier' }).click();
  await page.goBack();
  await page.locator('#errors').waitFor();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe(`/seances/${PHARE.id}`);
});
