import { generate } from 'otplib';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { StaffMember } from '../../src/ports/staff';
import type { Tab } from './browser';
import { openTab } from './browser';
import type { Theatre } from './harness';
import { CODE_SECRET, PASSWORD } from './harness';

/** Somebody of the venue at the desk, signed in as people do. */
export async function openDesk(
  browser: Browser,
  theatre: Theatre,
  how: { who: StaffMember; options: BrowserContextOptions },
): Promise<Tab> {
  const tab = await openTab(browser, how.options);
  await tab.page.goto(`${theatre.url}/guichet`);
  await tab.page.getByLabel('Adresse e-mail').fill(how.who.email);
  await tab.page.getByLabel('Mot de passe').fill(PASSWORD);
  await tab.page
    .getByLabel('Code à six chiffres')
    .fill(await generate({ secret: CODE_SECRET, epoch: Date.parse(theatre.clock.now()) / 1000 }));
  await tab.page.getByRole('button', { name: 'Entrer' }).click();
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  return tab;
}
