import { cents } from '../../../src/domain/money';
import type { Offer, OfferedDelivery } from '../../../src/domain/sale/offer';
import { PHARE } from '../../people';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';
import { formFields, signsIn, unmarked } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const HOUSE = `/guichet/caisse/${PHARE.id}`;
const SALE = { name: 'Paul Roussel', operator: 'GUICHET', 'n.PLEIN.1': '2' };
const REGISTERED: OfferedDelivery = {
  code: 'recommande',
  name: { fr: 'Lettre recommandée', en: 'Registered letter' },
  price: cents(900),
  hasTemplate: true,
};

let sold: string[];
beforeEach(() => {
  sold = [];
});

/** The paid way stands first in the list. */
async function atTheTill() {
  const dearFirst = (offer: Offer | undefined) => offer && { ...offer, deliveryMethods: [REGISTERED, ...offer.deliveryMethods] };
  theatre = await openTheatre({
    orders: [],
    needs: ({ catalogue, deeds }) => ({
      catalogue: { ...catalogue, offer: async (id, channel) => dearFirst(await catalogue.offer(id, channel)) },
      deeds: {
        ...deeds,
        sellAtCounter: (sale) => {
          sold.push(sale.deliveryMethod);
          return Promise.resolve({ reference: '7K2M-4Q9T', total: cents(0), expiresAt: '2026-12-01T12:00:00.000Z' });
        },
      },
    }),
  });
  const till = await signsIn(theatre, HELENE_AT_THE_TILL);
  const send = async (page: string, fields: object) =>
    till
      .post(HOUSE)
      .type('form')
      .send({ ...formFields(page, HOUSE), ...SALE, ...fields });
  return { send, told: (await send((await till.get(HOUSE)).text, {})).text };
}

it('charges no paid way of getting the tickets that nobody chose, and shows each with its price', async () => {
  const { send, told } = await atTheTill();
  expect(told).toContain('À encaisser\u00a0: 48,00\u00a0€');
  expect(unmarked(told)).toMatch(/Impression à domicile, gratuit/i);
  expect(unmarked(told)).toMatch(/Lettre recommandée, 9,00\u00a0€/i);
  await send(told, { step: 'sell', method: 'ESPECES', delivery: 'PRINT_AT_HOME' });
  expect(sold).toEqual(['PRINT_AT_HOME']);
});

it('sells the way that was chosen, once its total was told', async () => {
  const { send, told } = await atTheTill();
  const chosen = { step: 'sell', method: 'ESPECES', delivery: 'recommande' };
  const dearer = await send(told, chosen);
  expect(dearer.text).toContain('Le total n’est plus celui qui était affiché');
  expect(dearer.text).toContain('Encaisser 57,00\u00a0€');
  expect(sold).toEqual([]);
  await send(dearer.text, chosen);
  expect(sold).toEqual(['recommande']);
});

it('falls back on the cheapest way that fits when the chosen one does not', async () => {
  const { send, told } = await atTheTill();
  const { text } = await send(told, { delivery: 'HELD_FOR_PROOF' });
  expect(text).toContain('À encaisser\u00a0: 48,00\u00a0€');
});
