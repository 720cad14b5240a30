import type { Offer, OfferedTariff } from '../../../src/domain/sale/offer';
import type { Setting } from '../harness';
import { CAMILLE, fills, opens, sends } from './shopping';

/** The names on « Vos coordonnées »: whose they are, and what the tariffs are called there. */
let shop: Awaited<ReturnType<typeof opens>>;
afterEach(() => shop.theatre.close());

const DETAILS = '/panier/coordonnees';
const both = (fr: string) => ({ fr, en: fr });

/** The first tariff of the theatre as another one; with that of a person who may be accompanied. */
function selling(told: Partial<OfferedTariff>): Setting {
  const tariff = (one: OfferedTariff): OfferedTariff => ({
    ...one,
    ...(one.code === 'PLEIN' ? told : {}),
    ...(one.code === 'PSH' ? { companionship: 'holder' } : {}),
  });
  const changed = (offer: Offer): Offer => ({ ...offer, tariffs: offer.tariffs.map(tariff) });
  return {
    needs: ({ catalogue }) => ({
      catalogue: { ...catalogue, offer: async (...asked) => catalogue.offer(...asked).then((offer) => offer && changed(offer)) },
    }),
  };
}

test.each([
  ['Bénéficiaire du RSA', 'bénéficiaire du RSA'],
  ['Carte Cezam, CNAS ou CSE', 'carte Cezam, CNAS ou CSE'],
  ['AAH', 'AAH'],
])('%s keeps its capitals', async (name, said) => {
  shop = await opens(selling({ name: both(name) }));
  await fills(shop.camille, { 't-PLEIN': '1' });
  expect((await shop.camille.get(DETAILS)).text).toContain(`Place\u00a01, ${said}\u00a0: nom et prénom`);
});

test.each([
  [{ forMinors: true }, 'Celui de l’enfant', 'écrivez le nom de l’enfant ou du jeune qui viendra'],
  [{ needsProof: true }, 'Comme sur le justificatif', 'écrivez le nom de la personne qui viendra, comme sur son justificatif'],
  [{ needsProof: true, companionship: 'companion' }, 'Celui de la personne qui accompagne', 'écrivez le nom de la personne qui accompagne'],
] as const)('%j: the name of whoever comes is asked for', async (told, hint, fault) => {
  shop = await opens(selling(told));
  await fills(shop.camille, { 't-PLEIN': '1', 't-PSH': '1' });
  const { text } = await shop.camille.get(DETAILS);
  expect(text).toContain(hint);
  expect(text).not.toContain('Laissez vide');
  const answer = await sends(shop.camille, DETAILS, { ...CAMILLE, 'holder-2': 'Paul Roussel' });
  expect([answer.status, shop.theatre.book.size]).toEqual([422, 0]);
  expect(answer.text).toContain(`Place\u00a01\u00a0: ${fault}`);
});

test('a name without a letter is told that it has none', async () => {
  shop = await opens();
  await fills(shop.camille, { 't-PLEIN': '1' });
  const answer = await sends(shop.camille, DETAILS, { ...CAMILLE, 'holder-1': '🎭🎭' });
  expect(answer.text).toContain('Place\u00a01\u00a0: écrivez le nom avec des lettres');
});

test('a member number that no card prints is asked for again at its field', async () => {
  shop = await opens(selling({ memberNumber: true }));
  await fills(shop.camille, { 't-PLEIN': '1' });
  for (const typed of ['', '🎟🎟', '7'.repeat(41)]) {
    const answer = await sends(shop.camille, DETAILS, { ...CAMILLE, 'member-1': typed });
    expect([answer.status, shop.theatre.book.size]).toEqual([422, 0]);
    expect(answer.text).toContain('Place\u00a01\u00a0: écrivez le numéro d’adhérent, de 2 à 40 lettres et chiffres');
  }
});

test('a number that nobody was asked for is not kept', async () => {
  shop = await opens();
  await fills(shop.camille, { 't-PLEIN': '1' });
  await sends(shop.camille, DETAILS, { ...CAMILLE, 'member-1': '7'.repeat(60) });
  const [order] = [...shop.theatre.book.values()];
  expect(order?.view.seats[0]?.memberNumber).toBeUndefined();
});
