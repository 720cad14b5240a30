import type { Browser, Page } from 'playwright-core';
import { cents } from '../../../src/domain/money';
import { PHARE } from '../../people';
import { openBrowser, openTab, PHONE } from '../browser';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';

/** The language of a page changed while its form is filled in, without a script. */
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

const arrives = async (): Promise<Page> => (await openTab(browser, { viewport: PHONE, javaScriptEnabled: false })).page;

async function chooses(page: Page): Promise<void> {
  await page.goto(`${theatre.url}/seances/${PHARE.id}`);
  await page.getByLabel('Étudiant').selectOption('1');
  await page.getByLabel('Plein tarif').selectOption('1');
}

async function fillsIn(page: Page): Promise<void> {
  await chooses(page);
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('button', { name: 'Continuer vers vos coordonnées' }).click();
  await page.getByLabel('Nom et prénom', { exact: true }).fill('Camille Roussel');
  await page.getByLabel('Adresse e-mail').fill('camille.roussel@courriel.example');
  await page.getByLabel('Place 2, étudiant').fill('Paul Roussel');
}

it('« Vos coordonnées » keeps names and address, and its address names nobody', async () => {
  const page = await arrives();
  await fillsIn(page);
  await page.locator('[lang=en]', { hasText: 'EN' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  const typed = await Promise.all(['#name', '#email', '#holder-1', '#holder-2'].map((field) => page.locator(field).inputValue()));
  expect(typed).toEqual(['Camille Roussel', 'camille.roussel@courriel.example', '', 'Paul Roussel']);
  expect(page.url()).toBe(`${theatre.url}/panier/coordonnees`);
  // Back in French, they are there as well.
  await page.locator('[lang=fr]', { hasText: 'FR' }).last().click();
  expect(await page.locator('#name').inputValue()).toBe('Camille Roussel');
});

it('Enter in a field sends the form, and changes no language', async () => {
  const page = await arrives();
  await fillsIn(page);
  await page.getByLabel('conditions de vente').check();
  await page.getByLabel('Nom et prénom', { exact: true }).press('Enter');
  await page.waitForURL(/bac-a-sable/);
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
});

it('the seats chosen for a date stay', async () => {
  const page = await arrives();
  await chooses(page);
  await page.locator('[lang=en]', { hasText: 'EN' }).click();
  expect(await page.getByLabel('Student').inputValue()).toBe('1');
  expect(await page.locator('#t-PLEIN').inputValue()).toBe('1');
});

it('the places ticked on the plan stay', async () => {
  const page = await arrives();
  await chooses(page);
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('link', { name: 'Choisir sur le plan' }).click();
  const free = page.locator('input[name=place]:not(:checked):not(:disabled)').first();
  const picked = await free.getAttribute('value');
  await page.locator(`input[value="${picked}"]`).check({ force: true });
  await page.locator('[lang=en]', { hasText: 'EN' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator(`input[value="${picked}"]`).isChecked()).toBe(true);
});

it('the way in which the tickets come stays', async () => {
  await theatre.close();
  const post = { code: 'POST', name: { fr: 'Envoi postal', en: 'By post' }, price: cents(300), hasTemplate: true };
  theatre = await openTheatre({
    now: '2027-01-04T10:00:00.000Z',
    needs: ({ catalogue }) => ({
      catalogue: {
        ...catalogue,
        offer: async (...asked) => {
          const offer = await catalogue.offer(...asked);
          return offer && { ...offer, deliveryMethods: [...offer.deliveryMethods, post] };
        },
      },
    }),
  });
  const page = await arrives();
  await page.goto(`${theatre.url}/seances/${PHARE.id}`);
  await page.getByLabel('Plein tarif').selectOption('1');
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByLabel('Envoi postal').check();
  await page.locator('[lang=en]', { hasText: 'EN' }).click();
  expect(await page.getByLabel('By post').isChecked()).toBe(true);
});

it('« Mes billets » keeps the address and the reference', async () => {
  const page = await arrives();
  await page.goto(`${theatre.url}/mes-billets`);
  await page.getByLabel('Adresse e-mail').fill('camille.roussel@courriel.example');
  await page.getByLabel('Référence').fill('7K2M');
  await page.locator('[lang=en]', { hasText: 'EN' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('#email').inputValue()).toBe('camille.roussel@courriel.example');
  expect(await page.locator('#reference').inputValue()).toBe('7K2M');
  expect(page.url()).toBe(`${theatre.url}/mes-billets`);
});

it('a corrected address stays', async () => {
  const page = await arrives();
  await page.goto(`${theatre.url}${theatre.link()}`);
  await page.getByRole('button', { name: 'Ouvrir ma commande' }).click();
  await page.goto(`${theatre.url}/commande/7K2M-4Q9T/adresse`);
  await page.getByLabel('Nouvelle adresse').fill('c.roussel@courriel.example');
  await page.locator('[lang=en]', { hasText: 'EN' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('#email').inputValue()).toBe('c.roussel@courriel.example');
});
