import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'otplib';
import { chromium, type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { renderPdf } from '../src/files/inspection/render-pdf';
import { startApp, type App } from './app';
import { buysAndEnters, linkIn, receivesTickets, sendsCards, SOPHIE, UNDO_SECONDS, type Camille, type Company } from './demo/company';
import type { Letter } from './demo/mailboxes';
import { rehearse } from './demo/rehearse';
import { step } from './demo/stage';
import { deskAccount } from './desk-account';
import { startStack } from './stack';

const PICTURES = join('docs', 'pictures');
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 860 };

/** `make pictures`: what the README shows, taken from a private stack with one order on its way. */
async function main(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const stack = await startStack({ name: 'pictures' });
  try {
    const app = await startApp(stack, { seed: ['--undo-seconds', String(UNDO_SECONDS), '--gather-seconds', '3'] });
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
    try {
      await take({ browser, company: await rehearse(stack, app), account: await deskAccount(stack.dir, app.env) });
    } finally {
      await browser.close();
      await app.stop();
    }
  } finally {
    await stack.stop();
  }
}

interface Studio {
  readonly browser: Browser;
  readonly company: Company;
  readonly account: readonly string[];
}

async function take(studio: Studio): Promise<void> {
  const { company } = studio;
  const camille = await buysAndEnters(company, 'Camille Roussel');
  await takeStorefront(studio);
  await sendsCards(camille, yearsNow());
  const request = await company.letter(SOPHIE, 'review-request', camille.reference);
  await takeLetter(studio, request);
  await takeCustomer(studio, camille);
  await takeDesk(studio, camille);
  await company.sophie.reply(request, { words: 'OUI' });
  await takeTicket(await receivesTickets(company, camille));
  step(`The pictures are in ${PICTURES}`);
}

async function takeStorefront({ browser, company: { app, performanceId } }: Studio): Promise<void> {
  const page = await open(browser, PHONE);
  await page.goto(`${app.publicUrl}/seances/${performanceId}`);
  await shoot(page, 'storefront');
}

async function takeCustomer({ browser, company }: Studio, { email, reference }: Camille): Promise<void> {
  const page = await open(browser, PHONE);
  await page.goto(linkIn(await company.letter(email, 'confirmation', reference), company.app.publicUrl));
  await page.getByRole('button').first().click();
  await page.waitForURL(/\/commande\//);
  await shoot(page, 'customer');
}

async function takeDesk({ browser, company: { app }, account }: Studio, { reference }: Camille): Promise<void> {
  const page = await open(browser, DESK);
  await signIn(page, app, account);
  await shoot(page, 'queue');
  await page.goto(`${app.publicUrl}/guichet/controle/${reference}`);
  await page.getByRole('radio', { name: 'Accepter' }).check();
  await shoot(page, 'review');
}

async function signIn(page: Page, { publicUrl }: App, [who = '', codes = '']: readonly string[]): Promise<void> {
  const [email = '', password = ''] = who.split(', password ');
  const secret = new URL(/otpauth:\S+/.exec(codes)?.[0] ?? '').searchParams.get('secret') ?? '';
  await page.goto(`${publicUrl}/guichet`);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=code]').fill(await generate({ secret }));
  await page.locator('main form button[type=submit]').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** As a mail program shows it: the pictures of the proofs lie in the mail itself. */
async function takeLetter({ browser }: Studio, { mail }: Letter): Promise<void> {
  const page = await open(browser, DESK);
  await page.setContent(typeof mail.html === 'string' ? mail.html : '');
  await shoot(page, 'letter');
}

async function takeTicket(pdf: Buffer): Promise<void> {
  const pages: Buffer[] = [];
  await renderPdf(pdf, (of, jpeg) => {
    if (of === 'page') pages.push(jpeg);
    return Promise.resolve();
  });
  const [, student] = pages;
  await sharp(student).resize({ width: 900 }).png({ palette: true }).toFile(join(PICTURES, 'ticket.png'));
  step('took ticket');
}

async function open(browser: Browser, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR' });
  return context.newPage();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  step(`took ${name}`);
}

/** The university year that a card of today bears: it turns in September. */
function yearsNow(): string {
  const now = new Date();
  const begun = now.getMonth() >= 8 ? now.getFullYear() : now.getFullYear() - 1;
  return `${begun}-${begun + 1}`;
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    process.exit(1);
  },
);
