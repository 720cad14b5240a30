import type { Offer } from '../../../src/domain/sale/offer';
import { cents } from '../../../src/domain/money';
import { proofAsked } from '../../../src/web/shop/seats-form';
import { OFFER } from '../../fakes/catalogue';
import { defined } from '../../fakes/defined';
import type { Theatre } from '../harness';
import { formFields } from '../visitor';
import { CAMILLE, fills, opens } from './shopping';

const DETAILS = '/panier/coordonnees';

let theatre: Theatre;
afterEach(() => theatre.close());

/** A basket of one reduced seat; its offer is then as `changed` says. */
async function offered(changed: (offer: Offer) => Offer) {
  let now = (offer: Offer): Offer => offer;
  const open = await opens({
    needs: ({ catalogue }) => ({
      catalogue: { ...catalogue, offer: async (...asked) => catalogue.offer(...asked).then((offer) => offer && now(offer)) },
    }),
  });
  ({ theatre } = open);
  await fills(open.camille, { 't-ETUD': '1' });
  const { text } = await open.camille.get(DETAILS);
  now = changed;
  return { camille: open.camille, form: formFields(text, DETAILS) };
}

it('under two ways of delivery nobody reads that there is one', async () => {
  const { camille } = await offered((offer) => {
    const held = defined(offer.deliveryMethods.find(({ hasTemplate }) => !hasTemplate));
    return { ...offer, deliveryMethods: [...offer.deliveryMethods, { ...held, code: 'held-too' }] };
  });
  const { text } = await camille.get('/panier');
  expect(text).toContain('Pourquoi seulement ces choix');
  expect(text).not.toContain('Pourquoi un seul choix');
});

it('a price that has changed is no field to put right', async () => {
  const { camille, form } = await offered((offer) => ({
    ...offer,
    tariffs: offer.tariffs.map((tariff) => ({ ...tariff, prices: { '1': { price: cents(1900), fee: cents(0) } } })),
  }));
  const { text } = await camille
    .post(DETAILS)
    .type('form')
    .send({ ...form, ...CAMILLE, 'holder-1': 'Paul Roussel' });
  expect(text).toContain('Le prix a changé');
  expect(text).toContain('Rien n’est encore commandé');
  expect(text).not.toContain('Quelques champs');
});

it('three proofs are listed as three things are', async () => {
  ({ theatre } = await opens());
  const student = defined(OFFER.tariffs.find(({ code }) => code === 'ETUD'));
  const acceptedProofs = ['carte A', 'carte B', 'carte C'].map((proof) => ({ fr: proof, en: proof }));
  const validity = { fr: '', en: '' };
  expect(proofAsked({ ...student, acceptedProofs, validity }, 'fr')).toBe('Carte A, carte B ou carte C');
});
