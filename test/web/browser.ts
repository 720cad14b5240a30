import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** For the browser and for a page: a bound, not a measure. */
const PATIENCE_MS = 120_000;

/** Debian's own; where it is missing the tests fail, they do not skip. */
export function openBrowser(...more: readonly string[]): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];
  const args = ['--no-sandbox', '--disable-gpu', ...quiet, ...more];
  return chromium.launch({ executablePath: '/usr/bin/chromium', args, timeout: PATIENCE_MS });
}

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

export interface Tab {
  readonly page: Page;
  /** What the browser complained of: a blocked style, a missing file, a script that failed. */
  readonly complaints: string[];
}

export async function openTab(browser: Browser, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  return { page, complaints };
}

/** WCAG 2.2 AA as far as a machine can tell: the rules broken, each with where. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // A frame without scripts, such as the preview of a letter, never answers axe: the page around it is what is looked at.
    .setLegacyMode()
    .exclude('iframe')
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** `condition` is asked from here again and again: where the page polls a string itself, its policy forbids the second look. */
export async function becomesTrue(page: Page, condition: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate(condition))) {
    if (Date.now() > until) throw new Error(`Never true on the page: ${condition}`);
    await page.waitForTimeout(50);
  }
}

/** Nothing sticks out of the window. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}
