import type { Browser, Page } from 'playwright-core';
import type { PlanPlace } from '../../../src/domain/sale/offer';
import { closedAfterwards } from '../../closed-afterwards';
import { PHARE } from '../../people';
import { fakeCatalogue } from '../../fakes/catalogue';
import { openBrowser, openTab, overflows, PHONE, violations } from '../browser';
import { openTheatre } from '../harness';
import { openRealShop } from './real-shop';

const SHOTS = process.env['SHOTS'];
const DESK = { width: 1440, height: 900 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Of each row: on how many lines its seats stand, and whether one of them lies under the row's letter. */
const ROWS = `[...document.querySelectorAll('.rows fieldset')].map((row) => {
  const seats = [...row.querySelectorAll('label')].map((seat) => seat.getBoundingClientRect());
  const letter = row.querySelector('.row').getBoundingClientRect();
  return {
    lines: new Set(seats.map(({ top }) => Math.round(top))).size,
    under: seats.some(({ left, top }) => left < letter.right && Math.round(top) !== Math.round(letter.top)),
    smallest: Math.min(...seats.map(({ width }) => Math.round(width))),
  };
})`;

interface Row {
  readonly lines: number;
  readonly under: boolean;
  readonly smallest: number;
}

const IS_WIDER = "(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector('.rows'))";

/** Where the room is wider than the window, the page says how to see the rest of it. */
async function saysHowToSlide(page: Page): Promise<void> {
  const isWider: boolean = await page.evaluate(IS_WIDER);
  expect(await page.getByText('Faites-le glisser').isVisible()).toBe(isWider);
}

async function rowsOf(page: Page, name: string): Promise<readonly Row[]> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/plan-${name}.png`, fullPage: true });
  await saysHowToSlide(page);
  expect([name, await violations(page), await overflows(page)]).toEqual([name, [], false]);
  return page.evaluate(ROWS);
}

async function opensPlan(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Plein tarif').selectOption('2');
  await page.getByRole('button', { name: 'Ajouter au panier' }).click();
  await page.getByRole('link', { name: 'Choisir sur le plan' }).click();
}

it.each([
  ['phone', PHONE],
  ['desk', DESK],
])('no row of the seeded theatre takes a second line, on a %s', async (name, viewport) => {
  const shop = closedAfterwards(await openRealShop());
  const { page } = await openTab(browser, { viewport });
  closedAfterwards(page.context());
  await opensPlan(page, `${shop.url}/seances/${shop.performance('Le Phare d’hiver')}`);
  const rows = await rowsOf(page, `seeded-${name}`);
  expect(rows).toHaveLength(8);
  expect(await page.locator('main').textContent()).toMatch(/rang\u00a0E, fauteuils\u00a08 et 9/);
  expect(await page.locator('main').textContent()).toMatch(/· catégorie\s1, parterre/);
  for (const row of rows) expect(row).toMatchObject({ lines: 1, under: false });
});

it.each([
  ['phone', PHONE],
  ['desk', DESK],
])('nor of a house of 12 rows of 46, where the row letters stay at the edge, on a %s', async (name, viewport) => {
  const letters = Array.from({ length: 12 }, (_, index) => String.fromCodePoint(65 + index));
  const plan: readonly PlanPlace[] = letters.flatMap((row, rowNo) =>
    Array.from({ length: 46 }, (_, index) => ({
      ...{ id: rowNo * 46 + index + 1, category: '1', row, seat: `${index + 1}`, entrance: 'Parterre' },
      status: index % 7 === 3 ? 'taken' : 'free',
    })),
  );
  const theatre = closedAfterwards(
    await openTheatre({
      orders: [],
      now: '2027-01-04T10:00:00.000Z',
      needs: () => ({ catalogue: { ...fakeCatalogue(), plan: () => Promise.resolve(plan) } }),
    }),
  );
  const { page } = await openTab(browser, { viewport });
  closedAfterwards(page.context());
  await opensPlan(page, `${theatre.url}/seances/${PHARE.id}`);
  await page.evaluate("document.querySelector('.rows').scrollLeft = 600");
  const rows = await rowsOf(page, `large-${name}`);
  expect(rows.map(({ lines }) => lines)).toEqual(letters.map(() => 1));
  expect(Math.min(...rows.map(({ smallest }) => smallest))).toBeGreaterThanOrEqual(24);
  const [left, letter]: readonly number[] = await page.evaluate(
    "['.rows', '.rows .row'].map((one) => document.querySelector(one).getBoundingClientRect().left)",
  );
  expect(letter).toBe(left);
});

it('long names of rows stand in their own edge, on a phone', async () => {
  const names = ['Loge présidentielle', 'Loge n° 2', 'Baignoire', 'WWWWWWWWWWWWWWWWWWWW'];
  const plan: readonly PlanPlace[] = names.flatMap((row, rowNo) =>
    Array.from({ length: 12 }, (_, index) => ({
      ...{ id: rowNo * 12 + index + 1, category: '1', row, seat: `${index + 1}`, entrance: 'Balcon' },
      status: 'free',
    })),
  );
  const theatre = closedAfterwards(
    await openTheatre({
      orders: [],
      now: '2027-01-04T10:00:00.000Z',
      needs: () => ({ catalogue: { ...fakeCatalogue(), plan: () => Promise.resolve(plan) } }),
    }),
  );
  const { page } = await openTab(browser, { viewport: PHONE });
  closedAfterwards(page.context());
  await opensPlan(page, `${theatre.url}/seances/${PHARE.id}`);
  const rows = await rowsOf(page, 'named');
  expect(rows.map(({ lines }) => lines)).toEqual(names.map(() => 1));
  const spills: readonly boolean[] = await page.evaluate(
    "[...document.querySelectorAll('.rows .row')].map((one) => one.scrollWidth > one.clientWidth || one.clientHeight > 45)",
  );
  expect(spills).toEqual(names.map(() => false));
});
