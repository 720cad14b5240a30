import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { DISABLED, ORDER, withSeats } from '../../people';
import { FIVE_MB } from '../../files/cabinet';
import { padded, studentCard, wordFile } from '../../files/papers';
import { DESKTOP, openBrowser, openTab, overflows, PHONE, violations } from '../browser';
import type { Theatre } from '../harness';
import { MONDAY, openTheatre } from '../harness';

// A browser, or a picture to inspect, on a machine that does other things too.
let browser: Browser;
let theatre: Theatre;
const papers = mkdtempSync(join(tmpdir(), 'papers-'));
const paper = (name: string) => join(papers, name);

beforeAll(async () => {
  browser = await openBrowser();
  writeFileSync(paper('carte.jpg'), await studentCard());
  writeFileSync(paper('attestation.docx'), wordFile());
  writeFileSync(paper('IMG_2041.jpg'), padded(await studentCard(), FIVE_MB + 1));
});
beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());
afterAll(async () => {
  await browser.close();
  rmSync(papers, { recursive: true });
});

const HOME = '/commande/7K2M-4Q9T';
const proofOf = (no: number) => theatre.book.get('7K2M-4Q9T')?.view.seats[no - 1]?.proof;

async function camille(options: Parameters<typeof openTab>[1], home = theatre) {
  const tab = await openTab(browser, options);
  await tab.page.goto(home.url + home.link());
  await tab.page.getByRole('button', { name: 'Ouvrir ma commande' }).click();
  await tab.page.waitForURL(`**${HOME}`);
  return tab;
}

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('on %s', (_what, viewport) => {
  it('« Mes justificatifs » breaks no rule that a machine can check, in any state', async () => {
    const states = withSeats(ORDER, {
      2: { proof: 'refused-final', reason: 'not-eligible', delivery: 'held', deliveredAt: undefined },
      3: { proof: 'refused', reason: 'expired-document', note: 'La carte de l’an dernier, sans doute.' },
      5: { tariff: DISABLED },
    });
    const full = await openTheatre({ orders: [states] });
    try {
      const { page, complaints } = await camille({ viewport }, full);
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    } finally {
      await full.close();
    }
  });

  it('a file that is too big is told so, and nothing breaks', async () => {
    const { page } = await camille({ viewport });
    await page.locator('#proof-5').setInputFiles(paper('IMG_2041.jpg'));
    await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Erreur/);
    expect(await page.locator('#proof-5-error').innerText()).toContain('IMG_2041.jpg pèse 5,1\u00a0Mo');
    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });

  it.each(['/mes-billets', '/', '/donnees-personnelles', '/accessibilite', '/nowhere', '/mes-billets?lang=en'])(
    '%s breaks no rule',
    async (path) => {
      const { page } = await openTab(browser, { viewport });
      await page.goto(theatre.url + path);
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
    },
  );
});

describe('sending a proof', () => {
  it('with JavaScript stays on the page, says how far it is, and ends on the news', async () => {
    const { page, complaints } = await camille({ viewport: PHONE });
    await page.locator('#proof-5').setInputFiles(paper('carte.jpg'));
    await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).click();
    await page.locator('#place-5 .under-review').waitFor();
    expect(proofOf(5)).toBe('under-review');
    expect(await page.locator('.notice h2').innerText()).toBe('C’est bien arrivé');
    expect(await page.evaluate('document.activeElement.className')).toBe('notice');
    expect(await page.locator('#place-5 .file-name').innerText()).toBe('carte.jpg');
    expect(complaints.filter((text) => !text.includes('404') && !text.includes('422'))).toEqual([]);
  });

  it('can be tried again after an error, on the page that came back', async () => {
    const { page } = await camille({ viewport: PHONE });
    const send = async (file: string) => {
      await page.locator('#proof-5').setInputFiles(paper(file));
      await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).click();
    };
    await send('attestation.docx');
    await page.getByRole('alert').waitFor();
    await send('carte.jpg');
    await page.locator('#place-5 .under-review').waitFor();
    expect(proofOf(5)).toBe('under-review');
  });

  it('can be stopped', async () => {
    const { page } = await camille({ viewport: PHONE });
    await page.route('**/places/5/justificatif', () => undefined); // the answer never comes
    await page.locator('#proof-5').setInputFiles(paper('carte.jpg'));
    await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).click();
    await page.getByRole('button', { name: 'Interrompre' }).click();
    expect(await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).isVisible()).toBe(true);
    expect(proofOf(5)).toBe('awaiting-proof');
  });

  it('without a network keeps the page and the chosen file, says so, and is sent by the same button later', async () => {
    const { page } = await camille({ viewport: PHONE });
    const send = page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' });
    await page.locator('#proof-5').setInputFiles(paper('carte.jpg'));
    await page.context().setOffline(true);
    await send.click();
    const told = page.locator('#place-5').getByRole('alert');
    await told.waitFor();
    expect(await told.innerText()).toContain('La connexion s’est interrompue');
    expect(await page.evaluate("document.querySelector('#proof-5').files[0].name")).toBe('carte.jpg');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    expect([page.url(), proofOf(5)]).toEqual([theatre.url + HOME, 'awaiting-proof']);
    expect(await violations(page)).toEqual([]);
    await page.context().setOffline(false);
    await send.click();
    await page.locator('#place-5 .under-review').waitFor();
    expect(proofOf(5)).toBe('under-review');
    expect(await told.count()).toBe(0);
  });

  it('works without JavaScript, errors included', async () => {
    const { page } = await camille({ viewport: PHONE, javaScriptEnabled: false });
    await page.locator('#proof-5').setInputFiles(paper('attestation.docx'));
    await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).click();
    expect(await page.title()).toMatch(/^Erreur/);
    await page.locator('#proof-5').setInputFiles(paper('carte.jpg'));
    await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).click();
    expect(proofOf(5)).toBe('under-review');
    await page.locator('#place-5 summary').click();
    expect(await page.locator('#place-5 input[type=file]').isVisible()).toBe(true);
    await page
      .locator('#place-5')
      .getByRole('button', { name: /Retirer ce fichier/ })
      .click();
    expect(proofOf(5)).toBe('awaiting-proof');
  });

  it('works by keyboard alone', async () => {
    const { page } = await camille({ viewport: DESKTOP });
    await page.locator('#place-5 a', { hasText: 'Le présenter à l’accueil' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/places/5/accueil');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.locator('main button').focus();
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth')).toBe('3px');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${HOME}#place-5`);
    expect(proofOf(5)).toBe('check-at-door');
  });

  it('needs an agreement for a paper of health', async () => {
    const health = await openTheatre({ orders: [withSeats(ORDER, { 5: { tariff: DISABLED } })] });
    try {
      const { page } = await camille({ viewport: PHONE }, health);
      await page.locator('#proof-5').setInputFiles(paper('carte.jpg'));
      await page.getByRole('checkbox', { name: /J’accepte/ }).check();
      await page.locator('#place-5').getByRole('button', { name: 'Envoyer ce justificatif' }).click();
      await page.locator('#place-5 .under-review').waitFor();
      expect(health.book.get('7K2M-4Q9T')?.view.seats[4]?.proof).toBe('under-review');
    } finally {
      await health.close();
    }
  });
});

it('the payment goes to the provider’s page and comes back, under the policy of our pages', async () => {
  const { page, complaints } = await camille({ viewport: PHONE });
  await page
    .locator('#place-5')
    .getByRole('button', { name: /Régler la différence/ })
    .click();
  await page.getByRole('button', { name: /^Payer/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Payer/ }).click();
  await page.getByRole('heading', { name: 'La différence est réglée' }).waitFor();
  expect(proofOf(5)).toBe('upgraded');
  expect(await violations(page)).toEqual([]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

it('a browser that is back before the notification waits for it, and then says so', async () => {
  const expiresAt = new Date(Date.parse(MONDAY) + 10 * 60_000).toISOString();
  const paid = await openTheatre({ orders: [{ ...ORDER, payment: 'pending', status: 'awaiting-payment', expiresAt }] });
  try {
    const { page } = await camille({ viewport: PHONE }, paid);
    await page.goto(`${paid.url}${HOME}/retour`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Nous n’avons pas encore la réponse de votre banque');
    expect(await violations(page)).toEqual([]);
    const record = paid.book.get('7K2M-4Q9T');
    const asBought = ORDER.seats.map((seat) => ({ ...seat, proof: 'awaiting-proof', delivery: 'held' }) as const);
    if (record) record.view = { ...ORDER, seats: asBought };
    await page.getByRole('heading', { name: 'Votre paiement est bien reçu' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  } finally {
    await paid.close();
  }
});
