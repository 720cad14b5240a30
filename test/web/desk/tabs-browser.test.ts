import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, overflows, PHONE } from '../browser';
import { openDesk } from '../desk-tab';
import type { Theatre } from '../harness';
import { MEHDI_IN_THE_OFFICE, openTheatre } from '../harness';

/** Eight tabs are wider than a phone: whoever works at the till or the door sees where they are, and where else they may go. */
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
  theatre = await openTheatre();
});
afterAll(async () => {
  await browser.close();
  await theatre.close();
});

it('every tab of the desk is in sight, however narrow the window', async () => {
  const { page } = await openDesk(browser, theatre, { who: MEHDI_IN_THE_OFFICE, options: { viewport: PHONE } });
  for (const width of [PHONE.width, 800, DESKTOP.width]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ['/guichet', '/guichet/caisse', '/controle']) {
      await page.goto(`${theatre.url}${path}`);
      const tabs = await page.locator('header nav a').all();
      const hidden: (string | null)[] = [];
      for (const tab of tabs) {
        const { x = -1, width: wide = 0 } = (await tab.boundingBox()) ?? {};
        if (x < 0 || x + wide > width) hidden.push(await tab.textContent());
      }
      expect(tabs.length).toBeGreaterThan(5);
      expect({ width, path, hidden, over: await overflows(page) }).toEqual({ width, path, hidden: [], over: false });
    }
  }
});
