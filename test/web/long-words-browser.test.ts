import type { Browser, Page } from 'playwright-core';
import { ORDER, PHARE } from '../people';
import { DESKTOP, openBrowser, openTab, overflows, PHONE } from './browser';
import { openDesk } from './desk-tab';
import type { Theatre } from './harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from './harness';

/** Words that no line holds: a title, a name, an address, a place, each of eighty letters. */
jest.setTimeout(90_000);

const word = (begin: string) => begin.padEnd(80, 'lanfairpwllgwyngyll');
const NAMES = { showTitle: word('Phare'), credit: word('Texte'), room: word('Salle') };
const ADDRESS = `${word('camille').slice(0, 64)}@${word('courriel').slice(0, 60)}.example`;
const LONG_ORDER = {
  ...ORDER,
  customer: { ...ORDER.customer, name: word('Camille'), email: ADDRESS },
  performance: { ...ORDER.performance, ...NAMES },
  seats: ORDER.seats.map((seat) => ({ ...seat, holder: word('Paul'), category: word('Cat'), entrance: word('Porte') })),
  proofs: ORDER.proofs.map((proof) => ({ ...proof, fileName: `${word('carte')}.jpg` })),
};

let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  theatre = await openTheatre({
    orders: [LONG_ORDER],
    needs: ({ catalogue, venues }) => ({
      venues: async () => (await venues()).map((house) => ({ ...house, name: word('Theatre') })),
      catalogue: {
        ...catalogue,
        performances: async (channel) => (await catalogue.performances(channel)).map((one) => ({ ...one, ...NAMES })),
        offer: async (id, channel) => {
          const offer = await catalogue.offer(id, channel);
          return (
            offer && {
              ...offer,
              performance: { ...offer.performance, ...NAMES },
              categories: [{ code: '1', name: word('Parterre'), free: 9 }],
            }
          );
        },
      },
    }),
  });
});
afterEach(() => theatre.close());

const SHOTS = process.env['SHOTS'];

/** The pages that are wider than their window. */
function looking(page: Page, width: number) {
  const wide: string[] = [];
  const look = async (name: string, path?: string) => {
    if (path !== undefined) await page.goto(theatre.url + path);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/long-${name}-${width}.png`, fullPage: true });
    if (await overflows(page)) wide.push(name);
  };
  return { wide, look };
}

describe.each([
  ['a small phone', { width: 360, height: 740 }],
  ['a phone', PHONE],
  ['a tablet', { width: 768, height: 1024 }],
  ['a desktop', DESKTOP],
])('on %s long words are broken, and no page is wider than its window', (_what, viewport) => {
  it('for spectators', async () => {
    const { page } = await openTab(browser, { viewport });
    const { wide, look } = looking(page, viewport.width);
    await look('programme', '/');
    await look('show', '/spectacles/1');
    await look('seats', `/seances/${PHARE.id}`);
    await page.getByLabel('Étudiant', { exact: false }).first().selectOption('1');
    await page.getByRole('button', { name: 'Ajouter au panier' }).click();
    await look('basket');
    await look('plan', '/panier/plan');
    await page.goBack();
    expect(await page.getByRole('link', { name: 'Mes billets' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Continuer vers vos coordonnées' }).click();
    await look('details');
    await page.goto(theatre.url + theatre.link());
    await page.getByRole('button', { name: 'Ouvrir ma commande' }).click();
    await look('order', '/commande/7K2M-4Q9T');
    await look('door', '/commande/7K2M-4Q9T/places/5/accueil');
    await look('address', '/commande/7K2M-4Q9T/adresse');
    expect(wide).toEqual([]);
  });

  it('for staff', async () => {
    const { page } = await openDesk(browser, theatre, { who: SOPHIE_AT_THE_DESK, options: { viewport } });
    const { wide, look } = looking(page, viewport.width);
    for (const path of ['', '/controle/7K2M-4Q9T', '/recherche?q=Camille', '/commandes/7K2M-4Q9T'])
      await look(`desk${path.split('?')[0]?.replaceAll('/', '-')}`, `/guichet${path}`);
    expect(wide).toEqual([]);
  });
});
