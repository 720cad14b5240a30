import type { Offer, OfferedTariff } from '../../../src/domain/sale/offer';
import { Refusal } from '../../../src/domain/refusal';
import { fills, opens, sends } from './shopping';

let shop: Awaited<ReturnType<typeof opens>>;
afterEach(() => shop.theatre.close());

const ROLES: Readonly<Record<string, OfferedTariff['companionship']>> = { PLEIN: 'companion', PSH: 'holder' };
const withRoles = (offer: Offer): Offer => ({
  ...offer,
  tariffs: offer.tariffs.map((one) => ({ ...one, companionship: ROLES[one.code] ?? one.companionship })),
});

test.each([
  ['fr', 'Retirez d’abord la place de l’accompagnateur, puis celle-ci.'],
  ['en', 'Remove the companion’s ticket first, then this one.'],
] as const)('the seat of a person accompanied is not removed alone, and the basket says what to do: %s', async (language, words) => {
  const lone = () => new Refusal('companion-without-holder', 'Alone.', { companions: 1, accompanied: 0 });
  shop = await opens({
    needs: ({ catalogue, deeds }) => ({
      catalogue: { ...catalogue, offer: async (...asked) => catalogue.offer(...asked).then((offer) => offer && withRoles(offer)) },
      deeds: { ...deeds, fillAgain: () => Promise.reject(lone()) },
    }),
  });
  await fills(shop.camille, { 't-PLEIN': '1', 't-PSH': '1' });
  if (language === 'en') await shop.camille.get('/panier?lang=en');
  const answer = await sends(shop.camille, '/panier', {}, '/panier/places/2/retirer');
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
});
