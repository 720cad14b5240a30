import type { Browser, Page } from 'playwright-core';
import type { OrderView } from '../../../src/domain/order-view';
import { ORDER } from '../../people';
import type { Tab } from '../browser';
import { PHONE } from '../browser';
import { openDesk } from '../desk-tab';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre, SIGNER } from '../harness';

export const HOUSE = `/controle/${ORDER.performance.id}`;

/** Camille's order; Paul's proof, place 2, is to be shown at the door. */
export const OWING: OrderView = {
  ...ORDER,
  tickets: ORDER.tickets.map((ticket) => ({ ...ticket, proofToShow: ticket.seat === 2 })),
};

/** An order for the day after: its numbers are ours, and on another list. */
export const NEXT_DAY: OrderView = {
  ...ORDER,
  reference: '8H3N-5R7V',
  performance: { ...ORDER.performance, id: 32, startsAt: '2027-01-17T16:00:00.000Z' },
  tickets: [{ seat: 1, number: 12_470, uid: 'CM-8H3N-5R7V-1', release: 1, admission: 'valid', proofToShow: false }],
};

export function openEvening(orders: readonly OrderView[] = [OWING, NEXT_DAY]): Promise<Theatre> {
  return openTheatre({ orders, now: '2027-01-16T18:50:00.000Z' });
}

export function codeOf(seat: number, claims: { readonly performanceId?: number } = {}): string {
  const said = { uid: `CM-7K2M-4Q9T-${seat}`, performanceId: ORDER.performance.id, performanceAt: 1_800_000_000, proofToShow: seat === 2 };
  return SIGNER.sign({ ...said, ...claims });
}

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
  await page.locator('#ticket').fill(ticket);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: says, exact: true }).waitFor();
}

/** What this device keeps of a house, as the browser has it. */
export function keptOn(page: Page): Promise<readonly string[]> {
  return page.evaluate('caches.keys().then((names) => [...names, ...Object.keys(localStorage)])');
}
