import type { Browser } from 'playwright-core';
import { ORDER, PHARE } from '../../people';
import { DESKTOP, openBrowser, PHONE } from '../browser';
import { openDesk } from '../desk-tab';
import type { Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';

/** The time left stands at the right end of the head, or below it where the title begins: nowhere between. */
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
  const performance = { ...PHARE, showTitle: 'Les très riches heures de la marinière, ou le phare d’hiver et ses sept gardiennes' };
  theatre = await openTheatre({ orders: [{ ...ORDER, performance }] });
});
afterAll(async () => {
  await browser.close();
  await theatre.close();
});

it('the time left is not pushed away from where its lines begin', async () => {
  const { page } = await openDesk(browser, theatre, { who: SOPHIE_AT_THE_DESK, options: { viewport: DESKTOP } });
  await page.goto(`${theatre.url}/guichet/controle/${ORDER.reference}`);
  const edges = async (selector: string) => {
    const { x = NaN, width = NaN } = (await page.locator(selector).boundingBox()) ?? {};
    return { left: Math.round(x), right: Math.round(x + width) };
  };
  for (const width of [PHONE.width, 700, 800, 1000, DESKTOP.width]) {
    await page.setViewportSize({ width, height: 900 });
    const [time, until, title, whole] = [await edges('.due .left'), await edges('.due .small'), await edges('h1'), await edges('.review')];
    const below = time.left === title.left && until.left === title.left;
    const atTheEnd = time.right === whole.right && until.right === whole.right;
    expect({ width, stands: below || atTheEnd }).toEqual({ width, stands: true });
    expect({ width, atTheEnd }).toEqual({ width, atTheEnd: width >= 768 });
  }
});
