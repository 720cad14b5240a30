import type { Browser, BrowserContextOptions } from 'playwright-core';
import { cents } from '../../../src/domain/money';
import type { OrderView } from '../../../src/domain/order-view';
import { ORDER, PHARE, withSeats } from '../../people';
import { fakeReceipts, fakeStatistics } from '../../fakes/till';
import { openBrowser, overflows, PHONE, violations } from '../browser';
import { openDesk } from '../desk-tab';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';

/** Paid twice: the second payment is to be given back. */
const [FIRST] = ORDER.payments;
const OWED: OrderView = {
  ...ORDER,
  payments: [...ORDER.payments, { ...FIRST!, id: 2, reference: `${ORDER.reference}.2`, tooMany: true, status: 'refund-due' }],
};

// A browser on a machine that does other things too.
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const sold = {
    performance: PHARE,
    tariff: { code: 'PLEIN', name: { fr: 'Plein tarif', en: 'Full' } },
    seats: 3,
    amount: cents(7200),
    owed: cents(0),
  };
  const lines = [
    { ...sold, channel: 'INTERNET', online: true },
    { ...sold, channel: 'GUICHET', online: false, seats: 1 },
  ];
  const totals = [{ operator: 'GUICHET', method: 'ESPECES', count: 3, amount: cents(7200), givenBack: { count: 0, amount: cents(0) } }];
  theatre = await openTheatre({ orders: [OWED], needs: () => ({ statistics: fakeStatistics(lines), receipts: fakeReceipts(totals) }) });
});
afterEach(() => theatre.close());

const ORDER_SHEET = `/guichet/commandes/${OWED.reference}`;

const helene = (options: BrowserContextOptions) => openDesk(browser, theatre, { who: HELENE_AT_THE_TILL, options });

it.each([
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', PHONE],
])('on %s no page of the till breaks a rule that a machine can check', async (_what, viewport) => {
  const { page, complaints } = await helene({ viewport });
  for (const path of [
    '/guichet/caisse',
    `/guichet/caisse/${PHARE.id}`,
    '/guichet/caisse/vendu/7K2M-4Q9T',
    ORDER_SHEET,
    '/guichet/statistiques',
  ]) {
    await page.goto(`${theatre.url}${path}`);
    expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false]);
  }
  expect(complaints).toEqual([]);
});

it.each([
  ['a desktop', { width: 1280, height: 900 }],
  ['a phone', PHONE],
])('on %s the difference is asked in one column, each field under its own words', async (_what, viewport) => {
  await theatre.close();
  theatre = await openTheatre({ orders: [withSeats(OWED, { 5: { proof: 'check-at-door', delivery: 'sent' } })] });
  const { page } = await helene({ viewport });
  await page.goto(`${theatre.url}${ORDER_SHEET}`);
  await page.getByText('Encaisser la différence de la place').click();
  const form = page.locator('form.difference');
  const lefts = await form
    .locator('label[for], select, fieldset, button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(new Set(lefts.map(Math.round)).size).toBe(1);
  expect([await violations(page), await overflows(page)]).toEqual([[], false]);
});

it('what is owed is noted as refunded with one button', async () => {
  const { page } = await helene({ viewport: PHONE, javaScriptEnabled: false });
  await page.goto(`${theatre.url}${ORDER_SHEET}`);
  await page.getByRole('button', { name: 'Noter le remboursement de 78,00 €' }).click();
  await page.getByRole('heading', { name: 'Histoire' }).waitFor();
  expect(theatre.book.get(OWED.reference)?.events.at(-1)).toMatchObject({
    kind: 'refund-recorded',
    payment: 2,
    by: { role: 'staff', id: 2 },
  });
});

it('a sale is made without JavaScript, the total told first', async () => {
  const { page } = await helene({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  await page.goto(`${theatre.url}/guichet/caisse/${PHARE.id}`);
  await page.getByLabel('Plein tarif, 1, parterre').fill('2');
  await page.getByLabel('Nom du client').fill('Paul Roussel');
  await page.getByRole('button', { name: 'Calculer le total' }).click();
  await page.getByRole('radio', { name: 'Espèces' }).check();
  await page.getByRole('button', { name: 'Encaisser 48,00' }).click();
  await page.getByRole('heading', { name: 'Vendu : 48,00 €' }).waitFor();
  expect([...theatre.book.values()].map(({ view }) => [view.channel, view.total])).toContainEqual(['GUICHET', 4800]);
});
