import { cents } from '../../../src/domain/money';
import type { Offer, OfferedDelivery } from '../../../src/domain/sale/offer';
import type { Catalogue } from '../../../src/ports/sale/catalogue';
import { fakeCatalogue } from '../../fakes/catalogue';
import { unmarked } from '../visitor';
import { DATE, fills, opens } from './shopping';

const REGISTERED: OfferedDelivery = {
  code: 'recommande',
  name: { fr: 'Lettre recommandée', en: 'Registered letter' },
  price: cents(900),
  hasTemplate: true,
};

let shop: Awaited<ReturnType<typeof opens>>;
afterEach(() => shop.theatre.close());

async function opensWith(changed: (offer: Offer) => Partial<Offer>) {
  const catalogue = fakeCatalogue();
  const offer: Catalogue['offer'] = async (id, channel) => {
    const one = await catalogue.offer(id, channel);
    return one && { ...one, ...changed(one) };
  };
  shop = await opens({ needs: () => ({ catalogue: { ...catalogue, offer } }) });
  return shop.camille;
}

test('the shop chooses no paid way of getting the tickets for anybody while one that costs nothing fits', async () => {
  const camille = await opensWith(({ deliveryMethods }) => ({ deliveryMethods: [REGISTERED, ...deliveryMethods] }));
  await fills(camille, { 't-PLEIN': '2' });
  const { text } = await camille.get('/panier');
  expect(text).toMatch(/value="PRINT_AT_HOME" required checked/);
  expect(text).not.toMatch(/value="recommande" required checked/);
  expect(text).toContain('48,00\u00a0€');
  expect((await camille.get('/panier/coordonnees')).text).toContain('Payer 48,00\u00a0€');
});

test('what costs nothing is « Gratuit » on every page of the shop, and nobody is asked to pay it', async () => {
  const free = { '1': { price: cents(0), fee: cents(0) } };
  const camille = await opensWith(({ tariffs }) => ({ tariffs: tariffs.map((tariff) => ({ ...tariff, prices: free })) }));
  const choice = await camille.get(DATE);
  await fills(camille, { 't-PLEIN': '2' });
  const pages = [choice, await camille.get('/panier'), await camille.get('/panier/coordonnees')];
  for (const { text } of pages) {
    expect(unmarked(text)).toContain('Gratuit');
    expect(text).not.toMatch(/\b0,00\u00a0€|>gratuit</);
  }
  expect(pages[2]?.text).toContain('Confirmer la commande');
});
