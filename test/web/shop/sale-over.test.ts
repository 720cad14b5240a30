import type { Theatre } from '../harness';
import { formFields, unmarked } from '../visitor';
import { CAMILLE, fills, opens, sends } from './shopping';

const DETAILS = '/panier/coordonnees';

let theatre: Theatre;
afterEach(() => theatre.close());

/** A basket that its sale does not wait for. */
async function caught() {
  let closes: string | undefined;
  const open = await opens({
    needs: ({ catalogue }) => ({
      catalogue: {
        ...catalogue,
        offer: async (...asked) =>
          catalogue.offer(...asked).then((offer) => offer && { ...offer, salesCloseAt: closes ?? offer.salesCloseAt }),
      },
    }),
  });
  ({ theatre } = open);
  await fills(open.camille, { 't-PLEIN': '1' });
  const { text } = await open.camille.get(DETAILS);
  closes = theatre.clock.now();
  return { camille: open.camille, form: { ...formFields(text, DETAILS), ...CAMILLE } };
}

it('a basket whose sale has closed says so on each of its pages, with whom to ask; nothing of it can be ordered', async () => {
  const { camille, form } = await caught();
  const paying = await camille.post(DETAILS).type('form').send(form);
  expect([paying.status, theatre.book.size]).toEqual([409, 0]);
  const pages = [paying, await camille.get('/panier'), await camille.get(DETAILS), await camille.get('/panier/plan')];
  for (const { text } of pages) {
    expect(text).toContain('La vente en ligne est terminée');
    expect(unmarked(text)).toMatch(/Appelez-nous au 02/);
    expect(text).not.toMatch(/sont gardées jusqu’à|Quelques champs/);
  }
});

it('its places may be let go at once', async () => {
  const { camille } = await caught();
  expect((await sends(camille, '/panier', {}, '/panier/vider')).status).toBe(303);
  expect((await camille.get('/panier')).text).toContain('Votre panier est vide');
});
