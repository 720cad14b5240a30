import { Refusal } from '../../../src/domain/refusal';
import type { Cents } from '../../../src/domain/money';
import { cents } from '../../../src/domain/money';
import { priceBasket } from '../../../src/domain/sale/basket';
import type { Offer, OfferedTariff } from '../../../src/domain/sale/offer';
import { ORDER } from '../../people';

const price = (amount: number): { price: Cents; fee: Cents } => ({ price: cents(amount), fee: cents(50) });
const [full, student] = [ORDER.seats[0], ORDER.seats[1]].map((seat) => {
  if (!seat) throw new Error('The order of the pictures has two seats at least.');
  return seat.tariff;
});
if (!full || !student) throw new Error('The order of the pictures has two tariffs.');

const tariff = (from: typeof full, code: string, more: Partial<OfferedTariff>): OfferedTariff => ({ ...from, code, prices: {}, ...more });

const OFFER: Offer = {
  performance: ORDER.performance,
  venue: ORDER.venue,
  inboxes: [],
  channel: 'INTERNET',
  categories: [{ code: '1', name: '1, parterre', free: 10 }],
  tariffs: [
    tariff(full, 'PLEIN', { needsProof: false, prices: { '1': price(2400) } }),
    tariff(student, 'ETUD', { needsProof: true, maxPerOrder: 2, prices: { '1': price(1400) } }),
    tariff(student, 'PSH', { needsProof: true, companionship: 'holder', prices: { '1': price(1000) } }),
    tariff(student, 'PSHACC', { needsProof: true, companionship: 'companion', prices: { '1': price(1000) } }),
  ],
  deliveryMethods: [
    { code: 'held-for-proof', name: { fr: 'Envoi soumis à justificatif', en: 'Held for proof' }, price: cents(0), hasTemplate: false },
    { code: 'print-at-home', name: { fr: 'Impression à domicile', en: 'Print at home' }, price: cents(100), hasTemplate: true },
  ],
  salesOpenAt: '2026-09-01T08:00:00.000Z',
  salesCloseAt: '2027-01-16T18:00:00.000Z',
  maxSeats: 6,
};

const seat = (code: string, category = '1') => ({ tariff: code, category, holder: 'Léa Roussel' });

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code;
    throw refusal;
  }
  return 'nothing was refused';
}

test('prices, fees and the difference to the full tariff come from the grid', () => {
  const basket = priceBasket(OFFER, [seat('PLEIN'), seat('ETUD')], 'held-for-proof');
  expect(basket.seats.map(({ no, price: paid, fee, toFullPrice }) => [no, paid, fee, toFullPrice])).toEqual([
    [1, 2400, 50, 0],
    [2, 1400, 50, 1000],
  ]);
  expect(basket.total).toBe(3900);
});

test('one reduced seat, and only the method without a ticket template is left; none, and only those with one', () => {
  expect(codeOf(() => priceBasket(OFFER, [seat('PLEIN'), seat('ETUD')], 'print-at-home'))).toBe('delivery-method-not-allowed');
  expect(codeOf(() => priceBasket(OFFER, [seat('PLEIN')], 'held-for-proof'))).toBe('delivery-method-not-allowed');
  expect(priceBasket(OFFER, [seat('PLEIN')], 'print-at-home').total).toBe(2550);
});

test('a category that is none of the grid has no price, whatever its name', () => {
  for (const category of ['2', 'constructor', '__proto__', 'toString']) {
    expect(codeOf(() => priceBasket(OFFER, [seat('PLEIN', category)], 'print-at-home'))).toBe('price-missing');
  }
});

test('what a basket cannot hold is refused: nothing, too much, an unknown tariff, a companion alone', () => {
  expect(codeOf(() => priceBasket(OFFER, [], 'held-for-proof'))).toBe('basket-empty');
  expect(
    codeOf(() =>
      priceBasket(
        OFFER,
        Array.from({ length: 7 }, () => seat('PLEIN')),
        'print-at-home',
      ),
    ),
  ).toBe('too-many-seats');
  expect(codeOf(() => priceBasket(OFFER, [seat('ETUD'), seat('ETUD'), seat('ETUD')], 'held-for-proof'))).toBe('too-many-seats');
  expect(codeOf(() => priceBasket(OFFER, [seat('INCONNU')], 'held-for-proof'))).toBe('tariff-not-offered');
  expect(codeOf(() => priceBasket(OFFER, [seat('PSHACC')], 'held-for-proof'))).toBe('companion-without-holder');
  expect(priceBasket(OFFER, [seat('PSH'), seat('PSHACC')], 'held-for-proof').seats).toHaveLength(2);
});

test('what is too many or too few is named where it stands in the basket', () => {
  const fieldOf = (tariffs: readonly string[], delivery: string, offer = OFFER) => {
    try {
      return priceBasket(offer, tariffs.map((code) => seat(code)), delivery); // prettier-ignore
    } catch (refusal) {
      return refusal instanceof Refusal && refusal.detail['field'];
    }
  };
  expect(fieldOf(Array.from({ length: 7 }, () => 'PLEIN'), 'print-at-home')).toBe('seats'); // prettier-ignore
  expect(fieldOf(['ETUD', 'PLEIN', 'ETUD', 'ETUD'], 'held-for-proof')).toBe('seats/3/tariff');
  const group = tariff(student, 'GROUPE', { needsProof: true, minPerOrder: 10, prices: { '1': price(1200) } });
  expect(fieldOf(['PLEIN', 'GROUPE'], 'held-for-proof', { ...OFFER, tariffs: [...OFFER.tariffs, group] })).toBe('seats/1/tariff');
});

test('more companions than people accompanied are counted, and the first of them is named', () => {
  const two = () => priceBasket(OFFER, [seat('PSHACC'), seat('PSH'), seat('PSHACC')], 'held-for-proof');
  expect(two).toThrow(
    expect.objectContaining({
      code: 'companion-without-holder',
      detail: { companions: 2, accompanied: 1, field: 'seats/2/tariff', tariff: 'PSHACC' },
    }),
  );
});

test('a group is as many as it must be; each member gives a number as cards print them', () => {
  const offer: Offer = {
    ...OFFER,
    maxSeats: 20,
    tariffs: [
      tariff(student, 'GROUPE', { needsProof: true, minPerOrder: 10, prices: { '1': price(1200) } }),
      tariff(full, 'ABO', { needsProof: false, memberNumber: true, prices: { '1': price(1500) } }),
    ],
  };
  const group = (people: number) => Array.from({ length: people }, () => seat('GROUPE'));
  expect(codeOf(() => priceBasket(offer, group(9), 'held-for-proof'))).toBe('too-few-seats');
  expect(priceBasket(offer, group(10), 'held-for-proof').seats).toHaveLength(10);
  const member = (memberNumber?: string) => priceBasket(offer, [{ ...seat('ABO'), memberNumber }], 'print-at-home');
  for (const number of [undefined, '', 'x', '<b>12</b>', '12\n34', 'A'.repeat(41)]) {
    expect(codeOf(() => member(number))).toBe('member-number-needed');
  }
  expect(member('AB-2026/0417').seats[0]?.memberNumber).toBe('AB-2026/0417');
  // Where none is asked for, what is given is one all the same.
  for (const number of ['x', '12\n34', 'A'.repeat(41)])
    expect(codeOf(() => priceBasket(OFFER, [{ ...seat('PLEIN'), memberNumber: number }], 'print-at-home'))).toBe('input-invalid');
});

test('one place is for one person', () => {
  const pair = [
    { ...seat('PLEIN'), place: 7 },
    { ...seat('PLEIN'), place: 7 },
  ];
  expect(codeOf(() => priceBasket(OFFER, pair, 'print-at-home'))).toBe('seats-not-available');
});
