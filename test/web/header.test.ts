import { PHARE } from '../people';
import type { Theatre } from './harness';
import { openTheatre } from './harness';
import { enters, visitor } from './visitor';
import { fills } from './shop/shopping';

/** The tabs of the public pages: all are there whatever is in the basket, and one is marked. */
let theatre: Theatre;
afterEach(() => theatre.close());

const marked = (page: string) => [...page.matchAll(/<a href="([^"]+)"\s+aria-current="(\w+)"/g)].map(([, href, how]) => `${href} ${how}`);

it('the tab of the page, or of its part of the site, is marked', async () => {
  theatre = await openTheatre();
  const camille = await enters(theatre);
  const pages = ['/', `/seances/${PHARE.id}`, '/mes-billets', '/commande/7K2M-4Q9T', '/accessibilite'];
  const seen = [];
  for (const page of pages) seen.push(marked((await camille.get(page)).text));
  expect(seen).toEqual([['/ page'], ['/ true'], ['/mes-billets page'], ['/mes-billets true'], []]);
});

it('« Mes billets » stays beside a basket that holds something', async () => {
  theatre = await openTheatre({ orders: [] });
  const camille = visitor(theatre);
  await fills(camille, { 't-PLEIN': '1' });
  const { text } = await camille.get('/panier');
  expect(marked(text)).toEqual(['/panier page']);
  expect(text).toMatch(/<a href="\/mes-billets"\s*>Mes billets<\/a>/);
});
