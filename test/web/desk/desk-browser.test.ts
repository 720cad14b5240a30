import type { Browser, BrowserContextOptions } from 'playwright-core';
import { REASONS } from '../../../src/domain/decision/reason';
import { studentCard } from '../../files/papers';
import { openBrowser, openTab, overflows, PHONE, violations } from '../browser';
import { openDesk } from '../desk-tab';
import type { Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';

// A browser, or a picture to inspect, on a machine that does other things too.
let browser: Browser;
let theatre: Theatre;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const card = await studentCard();
  const files = { page: () => Promise.resolve(card), thumbnail: () => Promise.resolve(card) };
  theatre = await openTheatre({ mails: [MAIL], needs: (needs) => ({ files: { ...needs.files, ...files } }) });
});
afterEach(() => theatre.close());

const MAIL = {
  ...{ id: 7, receivedAt: '2027-01-11T16:00:00.000Z', verdict: 'unclear', why: 'No verdict was found.', order: '7K2M-4Q9T', review: 2 },
  ...{ sender: 'sophie@theatre-des-mariniers.example', subject: 'Re: Camille', extract: 'Ça dépend.', needsAPerson: true },
  raw: Buffer.from('Subject: Re\r\n\r\nÇa dépend.'),
};

const sophie = (options: BrowserContextOptions) => openDesk(browser, theatre, { who: SOPHIE_AT_THE_DESK, options });

describe.each([
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', PHONE],
])('on %s', (_what, viewport) => {
  it('no page of the desk breaks a rule that a machine can check', async () => {
    const { page, complaints } = await sophie({ viewport });
    for (const path of ['', '/controle/7K2M-4Q9T', '/courriers', '/courriers/7', '/recherche?q=Camille', '/commandes/7K2M-4Q9T']) {
      await page.goto(`${theatre.url}/guichet${path}`);
      expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false]);
    }
    expect(complaints).toEqual([]);
  });
});

it('a review is done without JavaScript: what belongs to a choice appears with it', async () => {
  const { page } = await sophie({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Commencer par la plus pressée' }).click();
  expect(await page.getByRole('radio', { name: 'Périmé' }).isVisible()).toBe(false);
  await page.getByRole('radio', { name: 'Refuser' }).check();
  await page.getByRole('radio', { name: 'Périmé' }).check();
  expect(await page.getByText('Ce document n’est plus valable').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Refuser la place\u00a03, voir la place\u00a04' }).click();
  await page.getByRole('radio', { name: 'Accepter' }).check();
  await page.getByRole('checkbox', { name: /J’ai vérifié/ }).check();
  await page.getByRole('button', { name: 'Accepter la place\u00a04' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Un courrier attend votre lecture');
  const seats = theatre.book.get('7K2M-4Q9T')?.view.seats.map(({ proof }) => proof);
  expect(seats).toEqual(['not-required', 'approved', 'refused', 'approved', 'awaiting-proof']);
  await page.getByRole('button', { name: /^Revenir sur la réponse qui accepte la place/ }).click();
  expect(theatre.book.get('7K2M-4Q9T')?.view.seats[3]?.proof).toBe('under-review');
});

it('each reason, once chosen, shows what the customer will read, and nothing of the others', async () => {
  const { page } = await sophie({ viewport: PHONE });
  await page.goto(`${theatre.url}/guichet/controle/7K2M-4Q9T`);
  const shown = () => page.locator('.reads:visible');
  await page.getByRole('radio', { name: 'Refuser' }).check();
  expect(await shown().count()).toBe(0);
  const read = new Set<string>();
  for (const reason of await page.locator('input[name=reason]').all()) {
    await reason.check();
    expect(await shown().count()).toBe(1);
    read.add(await shown().innerText());
  }
  expect(read.size).toBe(REASONS.length);
  await page.getByRole('radio', { name: 'Accepter' }).check();
  expect(await shown().count()).toBe(0);
});

it('the page of the API works under its policy', async () => {
  const { page, complaints } = await openTab(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(`${theatre.url}/api/docs`);
  await page.getByText('/api/orders/{reference}/decisions').waitFor();
  expect(complaints).toEqual([]);
});
