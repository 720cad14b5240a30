import type { CounterSale } from '../../../src/use-cases/till/sell-at-counter';
import { cents } from '../../../src/domain/money';
import { FULL, PHARE } from '../../people';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';
import { formFields, signsIn } from '../visitor';

/** « Abonné ou adhérent »: a tariff that asks each member for a number is sold at the counter as it is online. */
let theatre: Theatre;
afterEach(() => theatre.close());

const HOUSE = `/guichet/caisse/${PHARE.id}`;
const MEMBER = {
  ...{ ...FULL, code: 'ABO', name: { fr: 'Abonné ou adhérent', en: 'Subscriber or member' }, memberNumber: true },
  prices: { '1': { price: cents(1600), fee: cents(0) } },
};

let sold: CounterSale[];
beforeEach(() => {
  sold = [];
});

async function helene() {
  theatre = await openTheatre({
    orders: [],
    needs: ({ catalogue, deeds }) => ({
      deeds: {
        ...deeds,
        sellAtCounter: (sale) => (sold.push(sale), Promise.resolve({ reference: '7K2M-4Q9T', total: cents(0), expiresAt: PHARE.startsAt })),
      },
      catalogue: {
        ...catalogue,
        offer: async (id, channel) => {
          const offer = await catalogue.offer(id, channel);
          return offer && { ...offer, tariffs: [...offer.tariffs.slice(0, 2), MEMBER] };
        },
      },
    }),
  });
  const till = await signsIn(theatre, HELENE_AT_THE_TILL);
  const { text } = await till.get(HOUSE);
  const buyer = { ...formFields(text, HOUSE), name: 'Paul Roussel', operator: 'GUICHET' };
  const send = (fields: object) => till.post(HOUSE).type('form').send({ ...buyer, ...fields }); // prettier-ignore
  return { text, send };
}

it('asks for the number of each member, keeps what was typed, and sells with it', async () => {
  const { text, send } = await helene();
  expect(text.match(/N° d’adhérent/g)).toHaveLength(1);
  const typed = { 'n.ABO.1': '2', 'n.PLEIN.1': '1', 'm.ABO': ' A-1204, B 77 ' };
  const told = await send(typed);
  expect(told.text).toContain('À encaisser\u00a0: 56,00\u00a0€');
  expect(told.text).toContain('value="A-1204, B 77"');
  await send({ ...typed, step: 'sell', method: 'ESPECES', told: '5600' }).expect(303); // prettier-ignore
  expect(sold[0]?.seats.map(({ memberNumber }) => memberNumber)).toEqual([undefined, 'A-1204', 'B 77']);
});

it.each([
  ['no number', '', 'il faut un numéro d’adhérent par place'],
  ['one number for two', '1204', 'Vous vendez 2\u00a0places.'],
  ['what is no number', '1204, ?', 'il faut un numéro d’adhérent par place'],
  ['one number too many', '1204, 1205, 1206', 'Abonné ou adhérent\u00a0: 3 numéros d’adhérent pour 2\u00a0places.'],
])('%s is said, and no total is told', async (_what, numbers, words) => {
  const { send } = await helene();
  const { text } = await send({ 'n.ABO.1': '2', 'm.ABO': numbers }).expect(422); // prettier-ignore
  expect(text).toContain(words);
  expect(text).not.toContain('À encaisser');
  expect(sold).toEqual([]);
});
