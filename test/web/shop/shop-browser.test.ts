import type { Browser } from 'playwright-core';
import { PHARE } from '../../people';
import { openBrowser, openTab, overflows, PHONE, violations } from '../browser';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { CAMILLE } from './shopping';

// A browser on a machine that does other things too.
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

const SHOTS = process.env['SHOTS'];

describe.each([
  ['a phone, in French', PHONE, 'fr', { add: 'Ajouter au panier', on: 'Continuer vers vos coordonnées', student: 'Étudiant' }],
  [
    'a wide screen, in English',
    { width: 1440, height: 900 },
    'en',
    { add: 'Add to basket', on: 'Go on to your details', student: 'Student' },
  ],
] as const)('on %s', (_what, viewport, language, words) => {
  it('no page of the storefront breaks a rule that a machine can check', async () => {
    const { page, complaints } = await openTab(browser, { viewport });
    const look = async (name: string) => {
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/shop-${name}-${language}.png`, fullPage: true });
      expect([name, await violations(page), await overflows(page)]).toEqual([name, [], false]);
    };
    await page.goto(`${theatre.url}/?lang=${language}`);
    await look('programme');
    await page.getByRole('link', { name: PHARE.showTitle }).click();
    await look('show');
    await page.goto(`${theatre.url}/seances/${PHARE.id}`);
    await page.getByLabel(words.student, { exact: false }).first().selectOption('2');
    await look('seats');
    await page.getByRole('button', { name: words.add }).click();
    await look('basket');
    await page.goto(`${theatre.url}/panier/plan`);
    await look('plan');
    await page.goto(`${theatre.url}/panier`);
    await page.getByRole('button', { name: words.on }).click();
    await look('details');
    await page.evaluate("document.querySelector('form.fields').noValidate = true");
    await page.locator('form.fields button[type=submit]').click();
    await page.locator('#errors').waitFor();
    await look('details-wrong');
    await page.goto(`${theatre.url}/panier`);
    await page.evaluate("document.querySelector('form.continue [name=shown]').value = 'of another tab'");
    await page.getByRole('button', { name: words.on }).click();
    await look('another-basket');
    await page.goto(`${theatre.url}/panier/coordonnees`);
    for (const [id, value] of Object.entries({ ...CAMILLE, 'holder-1': CAMILLE.name, 'holder-2': CAMILLE.name }))
      if (id !== 'accept') await page.locator(`#${id}`).fill(value);
    await page.locator('#accept').check();
    await page.locator('form.fields button[type=submit]').click();
    const ours = complaints.filter((one) => !/40[39]|422/.test(one));
    await page.locator('button[value=leave]').click();
    await look('payment-left');
    await page.goto(`${theatre.url}/panier`);
    await look('order-waits');
    expect(ours).toEqual([]);
  });
});

it('somebody buys on a phone without JavaScript, and keeps the places that they ticked', async () => {
  const { page } = await openTab(browser, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto(theatre.url);
  await page.getByRole('link', { name: PHARE.showTitle }).click();
  await page.getByRole('link', { name: 'Choisir' }).click();
  await page.getByLabel('Étudiant').selectOption('1');
  await page.getByLabel('Plein tarif').selectOption('1');
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('link', { name: 'Choisir sur le plan' }).click();
  await page.getByRole('link', { name: 'Revenir au panier' }).click();
  await page.getByRole('button', { name: 'Continuer vers vos coordonnées' }).click();
  await page.getByLabel('Nom et prénom', { exact: true }).fill('Camille Roussel');
  await page.getByLabel('Adresse e-mail').fill('camille.roussel@courriel.example');
  await page.getByLabel('Place 2, étudiant').fill('Paul Roussel');
  await page.getByLabel('conditions de vente').check();
  await page.getByRole('button', { name: 'Payer 38,00' }).click();
  await page.waitForURL(/bac-a-sable/);
  await page.getByRole('button', { name: 'Abandonner' }).click();
  await page.getByRole('button', { name: 'Reprendre le paiement de 38,00' }).click();
  await page.waitForURL(/bac-a-sable/);
  const [order] = [...theatre.book.values()].map(({ view }) => view);
  expect(order?.seats.map(({ holder }) => holder)).toEqual(['Camille Roussel', 'Paul Roussel']);
});
