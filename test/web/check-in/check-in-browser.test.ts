import type { Browser } from 'playwright-core';
import { becomesTrue, openBrowser, overflows, violations } from '../browser';
import type { Theatre } from '../harness';
import { heleneAtTheDoor, scan } from './door-tab';
import { codeOf, HOUSE, openEvening, OWING } from './evening';

// A browser on a machine that does other things too.
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  theatre = await openEvening([OWING]);
});
afterEach(() => theatre.close());

const helene = () => heleneAtTheDoor(browser, theatre);

it('a hand scanner needs no other key: each code is answered in place, and the field is ready', async () => {
  const { page, complaints } = await helene();
  await scan(page, codeOf(1), 'Entrée');
  expect(await page.getByLabel('Billet').inputValue()).toBe('');
  expect(await page.evaluate('document.activeElement.id')).toBe('ticket');
  await scan(page, codeOf(2), 'Justificatif à présenter');
  await scan(page, codeOf(1), 'Déjà entré');
  await scan(page, codeOf(2), 'Justificatif à présenter');
  await page.getByRole('button', { name: 'Justificatif vu, faire entrer' }).click();
  await page.getByRole('heading', { level: 2, name: 'Entrée' }).waitFor();
  expect(await page.locator('[data-admitted]').textContent()).toBe('2');
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  expect(complaints).toEqual([]);
});

it('without a network the door goes on by the list and the key, and tells all of it afterwards', async () => {
  const { page } = await helene();
  await page.locator('[data-kept]').waitFor();

  await page.context().setOffline(true);
  await page.reload();
  await page.getByLabel('Billet').waitFor();
  await scan(page, codeOf(1), 'Entrée');
  expect(await page.locator('#answer').textContent()).toContain('transmis dès que le réseau revient');
  await scan(page, codeOf(2), 'Justificatif à présenter');
  await scan(page, codeOf(1), 'Déjà entré');
  const refusal = await page.locator('#answer').textContent();
  expect(refusal).not.toContain('transmis');
  expect(refusal).toMatch(/entré à 19\u00a0h\u00a05\d/); // by the venue's clock, not the device's
  await scan(page, codeOf(2), 'Justificatif à présenter');
  await page.getByRole('button', { name: 'Justificatif vu, faire entrer' }).click();
  await page.getByRole('heading', { level: 2, name: 'Entrée' }).waitFor();
  await scan(page, codeOf(1).replace('.V.', '.P.'), 'Pas un billet de chez nous');
  await scan(page, codeOf(1, { performanceId: 99 }), 'Autre représentation');
  // Issued after the list was taken: the signature alone speaks for it.
  await scan(page, codeOf(5), 'Entrée');
  expect(theatre.checkIns.entries).toEqual([]);
  expect(await page.locator('[data-network]').textContent()).toContain('3 entrées seront transmises');

  await page.context().setOffline(false);
  await page.locator('[data-network]').waitFor({ state: 'hidden' });
  const told = theatre.checkIns.entries.map(({ uid, offline, proofSeen }) => [uid, offline, proofSeen]);
  expect(told).toEqual([
    ['CM-7K2M-4Q9T-1', true, false],
    ['CM-7K2M-4Q9T-2', true, true],
    ['CM-7K2M-4Q9T-5', true, false],
  ]);
});

it('opened once with a network, the page and all it is made of open again without, as often as one likes', async () => {
  const { page } = await helene();
  await page.locator('[data-kept]').waitFor();
  await page.context().setOffline(true);
  const missing: string[] = [];
  page.on('requestfailed', (request) => void missing.push(new URL(request.url()).pathname));
  for (const visit of ['first', 'second']) {
    await page.reload();
    await page.getByLabel('Billet').waitFor();
    await page.evaluate('document.fonts.ready');
    expect([visit, await page.evaluate("document.fonts.check('600 20px Spectral')")]).toEqual([visit, true]);
  }
  await page.evaluate("fetch('/assets/jsqr.js').then((reader) => reader.text())");
  // Only what must be asked of the server itself.
  expect(missing.filter((path) => !path.endsWith('.json'))).toEqual([]);
});

it('a number typed without a network is compared with the seat, and told as typed', async () => {
  const { page } = await helene();
  await page.locator('[data-kept]').waitFor();
  const told: string[] = [];
  page.on('request', (request) => void (request.url().endsWith('/entrees') && told.push(request.postData() ?? '')));
  await page.context().setOffline(true);
  await scan(page, '012\u00a0458', 'Comparez avec le billet');
  expect(await page.locator('#answer [data-seat]').textContent()).toContain('fauteuil');
  await page.getByRole('button', { name: 'C’est bien ce billet, faire entrer' }).click();
  await page.getByRole('heading', { level: 2, name: 'Entrée' }).waitFor();
  await scan(page, 'cm–7k2m–4q9t–1', 'Déjà entré');
  await page.context().setOffline(false);
  await page.locator('[data-network]').waitFor({ state: 'hidden' });
  expect(theatre.checkIns.entries).toMatchObject([{ uid: 'CM-7K2M-4Q9T-1', typed: true, signed: false, offline: true }]);
  // The device's own clock says another year: it goes by the server's, as it was when the list was taken.
  expect(told.at(-1)).toMatch(/"offlineAt":"2027-01-16T18:5\d:.*"listAt":"2027-01-16T18:50:00.000Z"/);
});

it('whoever signs out leaves neither list nor page on the device', async () => {
  const { page } = await helene();
  await page.locator('[data-kept]').waitFor();
  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.getByRole('heading', { name: 'Entrer au guichet' }).waitFor();
  const left = 'caches.keys().then((names) => [...names, ...Object.keys(localStorage).filter((name) => name.endsWith("-list"))])';
  await becomesTrue(page, `${left}.then((kept) => kept.length === 0)`);
  await page.context().setOffline(true);
  await page.goto(`${theatre.url}${HOUSE}`);
  expect(await page.getByRole('heading').allTextContents()).toEqual(['Pas de réseau']);
});

it('a page of the door opened on a wide screen breaks no rule either', async () => {
  const { page } = await helene();
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const path of ['/controle', HOUSE]) {
    await page.goto(`${theatre.url}${path}`);
    expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false]);
  }
});
