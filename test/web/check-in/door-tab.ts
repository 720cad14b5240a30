import type { Browser, Page } from 'playwright-core';
import { ORDER } from '../../people';
import type { Tab } from '../browser';
import { PHONE } from '../browser';
import { openDesk } from '../desk-tab';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL } from '../harness';

/** Hélène at the door, on a phone that believes to be elsewhere. */
export async function heleneAtTheDoor(browser: Browser, theatre: Theatre): Promise<Tab> {
  const tab = await openDesk(browser, theatre, { who: HELENE_AT_THE_TILL, options: { viewport: PHONE, timezoneId: 'America/New_York' } });
  const { page } = tab;
  await page.getByRole('link', { name: 'Entrées' }).click();
  await page.getByRole('link', { name: ORDER.performance.showTitle }).first().click();
  await page.getByLabel('Billet').waitFor();
  return tab;
}

/** As a hand scanner does: types, and Enter. */
export async function scan(page: Page, ticket: string, says: string): Promise<void> {
  // the answer before it may say the same: it is not to be taken for this one
  await page.evaluate("document.querySelector('#answer').replaceChildren()");
  await page.locator('#ticket').fill(ticket);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: says, exact: true }).waitFor();
}

/** What this device keeps of a house, as the browser has it. */
export function keptOn(page: Page): Promise<readonly string[]> {
  return page.evaluate('caches.keys().then((names) => [...names, ...Object.keys(localStorage)])');
}
