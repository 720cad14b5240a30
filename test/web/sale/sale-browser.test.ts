import type { Browser } from 'playwright-core';
import { PHARE } from '../../people';
import { fakeReadiness, READY } from '../../fakes/sale';
import { openBrowser, overflows, PHONE, violations } from '../browser';
import { openDesk } from '../desk-tab';
import { MEHDI_IN_THE_OFFICE, openTheatre, type Theatre } from '../harness';

let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => theatre.close());

const UNREADY = {
  ...READY,
  paymentMethods: [],
  deliveryMethods: READY.deliveryMethods.slice(1),
  grid: READY.grid.slice(0, 1),
  templates: [],
};

describe.each([
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', PHONE],
])('on %s', (_what, viewport) => {
  it('what is missing, the rules and the allocations break no rule that a machine can check', async () => {
    theatre = await openTheatre({ needs: () => ({ saleReadiness: fakeReadiness(UNREADY) }) });
    const { page, complaints } = await openDesk(browser, theatre, { who: MEHDI_IN_THE_OFFICE, options: { viewport } });
    for (const path of ['', `/${PHARE.id}`, `/${PHARE.id}/regles`, `/${PHARE.id}/regles/INTERNET`]) {
      await page.goto(`${theatre.url}/guichet/mise-en-vente${path}`);
      expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false]);
    }
    expect(complaints).toEqual([]);
  });
});
