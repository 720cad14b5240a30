import type { Browser, Page } from 'playwright-core';
import { becomesTrue, openBrowser, violations } from '../browser';
import type { Theatre } from '../harness';
import { heleneAtTheDoor, keptOn, scan } from './door-tab';
import { codeOf, HOUSE, openEvening } from './evening';

let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  theatre = await openEvening();
});
afterEach(() => theatre.close());

async function heleneOffline(): Promise<Page> {
  const { page } = await heleneAtTheDoor(browser, theatre);
  await page.locator('[data-kept]').waitFor();
  await page.context().setOffline(true);
  return page;
}

const quit = (page: Page) => page.getByRole('button', { name: 'Quitter', exact: true }).click();
const quitAllTheSame = (page: Page) => page.getByRole('button', { name: 'Quitter quand même' }).click();

async function isSignedOut(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Entrer au guichet' }).waitFor();
  await page.goto(`${theatre.url}${HOUSE}`);
  await page.getByRole('heading', { name: 'Entrer au guichet' }).waitFor();
  await becomesTrue(page, 'caches.keys().then((names) => names.length === 0)');
}

it('« Quitter » without a network asks, erases list and page, and signs out when the network is back', async () => {
  const page = await heleneOffline();
  await quit(page);
  await page.getByRole('dialog', { name: 'Quitter sans réseau' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Rester au contrôle' }).click();
  await scan(page, '12470', 'Pas dans la liste');
  await quit(page);
  await quitAllTheSame(page);
  await page.getByRole('heading', { name: 'La liste et la page sont effacées' }).waitFor();
  expect(await keptOn(page)).toEqual(['porte-quitte']);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fermer ma session maintenant' }).click();
  await page.getByText('Toujours pas de réseau').waitFor();
  await page.context().setOffline(false);
  await isSignedOut(page);
  expect(await keptOn(page)).toEqual([]);
});

it('entries that were not sent are told of, kept, and sent before the session ends', async () => {
  const page = await heleneOffline();
  await scan(page, codeOf(1), 'Entrée');
  await quit(page);
  expect(await page.getByRole('dialog').textContent()).toContain('1 entrée n’est pas encore transmise');
  await quitAllTheSame(page);
  await page.getByRole('heading', { name: 'La liste et la page sont effacées' }).waitFor();
  expect(await page.locator('[data-left-page]').textContent()).toContain('1 entrée n’est pas encore transmise');
  expect(await keptOn(page)).toContain('porte-31-waiting');
  expect(theatre.checkIns.entries).toEqual([]);
  await page.context().setOffline(false);
  await isSignedOut(page);
  expect(theatre.checkIns.entries).toMatchObject([{ uid: 'CM-7K2M-4Q9T-1', offline: true, verdict: 'admitted' }]);
});

it('with a network again, « Quitter » tells what waits and asks nothing', async () => {
  const page = await heleneOffline();
  await scan(page, codeOf(1), 'Entrée');
  await page.evaluate('window.addEventListener("online", (event) => event.stopImmediatePropagation(), true)');
  await page.context().setOffline(false);
  await quit(page);
  await isSignedOut(page);
  expect(theatre.checkIns.entries).toHaveLength(1);
});

it('whoever left and closed the page is signed out at its next opening; whoever comes in then stays', async () => {
  const page = await heleneOffline();
  await quit(page);
  await quitAllTheSame(page);
  await page.getByRole('heading', { name: 'La liste et la page sont effacées' }).waitFor();
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(`${theatre.url}${HOUSE}`);
  await isSignedOut(page);
  expect(await keptOn(page)).toEqual([]);
});

it('whoever left is signed out at the next opening when the page went before its « Quitter » had arrived', async () => {
  const page = await heleneOffline();
  await quit(page);
  await quitAllTheSame(page);
  await page.getByRole('heading', { name: 'La liste et la page sont effacées' }).waitFor();
  await page.route('**/guichet/quitter', (route) => route.abort());
  const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  await page.context().setOffline(false);
  await lost;
  await page.unroute('**/guichet/quitter');
  await page.goto(`${theatre.url}${HOUSE}`);
  await isSignedOut(page);
  expect(await keptOn(page)).toEqual([]);
});

it('whoever left is signed out though nobody answered when the page opened again', async () => {
  const page = await heleneOffline();
  await quit(page);
  await quitAllTheSame(page);
  await page.getByRole('heading', { name: 'La liste et la page sont effacées' }).waitFor();
  await page.goto('about:blank');
  await page.context().setOffline(false);
  // In the page itself: what its service worker sends is not to be intercepted.
  await page.addInitScript(
    'const send = fetch; self.away = true; fetch = (...what) => (self.away ? Promise.reject(new TypeError()) : send(...what))',
  );
  await page.goto(`${theatre.url}${HOUSE}`);
  await page.getByText('Toujours pas de réseau').waitFor();
  await page.getByRole('heading', { name: 'La liste et la page sont effacées' }).waitFor();
  await page.evaluate('self.away = false; dispatchEvent(new Event("online"))');
  await isSignedOut(page);
  expect(await keptOn(page)).toEqual([]);
});

it('without a network no link and no form of the page leads to the browser’s error page', async () => {
  const { page } = await heleneAtTheDoor(browser, theatre);
  await page.locator('[data-kept]').waitFor();
  await scan(page, codeOf(1), 'Entrée');
  await page.context().setOffline(true);
  for (const leave of [
    page.getByRole('link', { name: 'Caisse' }),
    page.getByRole('link', { name: 'autre représentation' }),
    page.getByRole('button', { name: 'Reprendre cette entrée' }),
  ]) {
    await leave.click();
    await page.locator('[data-network]', { hasText: 'cette page-là ne s’ouvre pas' }).waitFor();
    expect(page.url()).toBe(`${theatre.url}${HOUSE}`);
    await page.evaluate('document.querySelector("[data-network]").textContent = ""');
  }
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Reprendre cette entrée' }).click();
  await page.locator('[data-admitted]', { hasText: '0' }).waitFor();
  await page.getByRole('link', { name: 'Caisse' }).click();
  await page.getByRole('heading', { level: 1, name: 'Caisse' }).waitFor();
});

it('the door of another house, which was never opened here, says so without a network', async () => {
  const page = await heleneOffline();
  await page.goto(`${theatre.url}/controle/32`);
  await page.getByRole('heading', { name: 'Pas de réseau' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Réessayer' }).click();
  await page.getByLabel('Billet').waitFor();
  expect(page.url()).toBe(`${theatre.url}/controle/32`);
});
