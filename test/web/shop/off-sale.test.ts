import type { Theatre } from '../harness';
import { fills, opens } from './shopping';

let theatre: Theatre;
afterEach(() => theatre.close());

it('a basket of a performance that was taken off sale is empty, and no error', async () => {
  let onSale = true;
  const open = await opens({
    needs: ({ catalogue }) => ({
      catalogue: { ...catalogue, offer: async (...asked) => (onSale ? catalogue.offer(...asked) : undefined) },
    }),
  });
  const { camille } = open;
  ({ theatre } = open);
  await fills(camille, { 't-PLEIN': '1' });
  onSale = false;
  for (const page of ['/panier', '/panier/coordonnees', '/panier/plan'])
    expect((await camille.get(page).expect(200)).text).toContain('Votre panier est vide');
});
