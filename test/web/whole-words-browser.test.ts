import type { Browser, Page } from 'playwright-core';
import { MARINIERS } from '../people';
import { openBrowser, openTab, PHONE } from './browser';
import { openDesk } from './desk-tab';
import { openTheatre, SOPHIE_AT_THE_DESK, type Theatre } from './harness';

/** A number that somebody dials, or copies, stands on one line, however narrow the page is. */
jest.setTimeout(90_000);

// Before a figure no browser breaks a word, before a letter it does.
const OTHER = '3H8T-M2WX';
const ALIKE = { like: 'proof-lea', proof: 'other', order: OTHER, receivedAt: '2027-01-09T10:00:00.000Z', sameFile: true };

let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
  theatre = await openTheatre({ needs: () => ({ lookalikes: { of: () => Promise.resolve([ALIKE]) } }) });
});
afterAll(async () => {
  await theatre.close();
  await browser.close();
});

const WIDTHS = Array.from({ length: 76 }, (_, step) => 320 + 4 * step);

/** Those of the words that stand on two lines at one of the widths. */
async function broken(page: Page, words: readonly string[], from = 0): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS.filter((one) => one >= from)) {
    await page.setViewportSize({ ...PHONE, width });
    const here: readonly string[] = await page.evaluate(`(${ON_TWO_LINES})(${JSON.stringify(words)})`);
    found.push(...here.map((word) => `${word}, ${width}`));
  }
  return found;
}

/** In the browser: each text of the page, letter by letter. */
const ON_TWO_LINES = `(words) => {
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const word of words) {
      const from = text.data.replaceAll('\\u00a0', ' ').indexOf(word);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.add(word);
    }
  }
  return [...found];
}`;

const NUMBERS = [MARINIERS.phone, ...MARINIERS.licences];

it.each(['mentions-legales', 'conditions-de-vente', 'donnees-personnelles', 'accessibilite'])(
  'telephone, address and licences of the venue on /%s, in French and in English',
  async (path) => {
    const { page } = await openTab(browser, { viewport: PHONE });
    for (const language of ['fr', 'en']) {
      await page.goto(`${theatre.url}/${path}?lang=${language}`);
      expect(await page.locator('main').textContent()).toMatch(/02.61 91 40 20|02\u00a061/);
      expect([language, await broken(page, NUMBERS)]).toEqual([language, []]);
      // On a smaller one no line holds it.
      expect([language, await broken(page, [MARINIERS.email], PHONE.width)]).toEqual([language, []]);
    }
    await page.context().close();
  },
);

it('the reference of another order, in a hint of the review', async () => {
  const { page } = await openDesk(browser, theatre, { who: SOPHIE_AT_THE_DESK, options: { viewport: PHONE } });
  await page.goto(`${theatre.url}/guichet/controle/7K2M-4Q9T?place=3`);
  expect(await page.locator('.hints').textContent()).toContain(OTHER);
  expect(await broken(page, [OTHER])).toEqual([]);
});
