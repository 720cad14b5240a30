import * as fc from 'fast-check';
import { cents, sharesOf, total } from '../../../src/domain/money';
import { costOfSeat, paidForSeats } from '../../../src/domain/order/amounts';
import { moneyBack } from '../../../src/domain/order/given-up';
import { soldAs } from '../../../src/domain/order/sold-as';
import { priceBasket } from '../../../src/domain/sale/basket';
import type { Offer } from '../../../src/domain/sale/offer';
import { FULL, ORDER, STUDENT } from '../../people';

test('shares are whole cents and add up to the amount', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 50 }), (amount, count) => {
      const shares = sharesOf(cents(amount), count);
      expect(total(shares)).toBe(amount);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(count);
    }),
  );
});

/** Grids with cents that divide badly, fees, free seats, a priced delivery. */
const anOffer = fc
  .record({ full: fc.nat(9999), reduced: fc.nat(9999), fee: fc.nat(299), delivery: fc.nat(999) })
  .map(({ full, reduced, fee, delivery }): Offer => ({
    ...{ performance: ORDER.performance, venue: ORDER.venue, inboxes: [], channel: 'INTERNET', maxSeats: 10 },
    ...{ salesOpenAt: '', salesCloseAt: '', categories: [{ code: '1', name: '1', free: 99 }] },
    tariffs: [
      { ...FULL, prices: { '1': { price: cents(full), fee: cents(fee) } } },
      { ...STUDENT, prices: { '1': { price: cents(reduced), fee: cents(0) } } },
    ],
    deliveryMethods: [{ code: 'held', name: STUDENT.name, price: cents(delivery), hasTemplate: false }],
  }));

test('what the seats cost is the total, whatever was settled since and however it is divided', () => {
  fc.assert(
    fc.property(anOffer, fc.integer({ min: 0, max: 6 }), fc.array(fc.boolean(), { minLength: 7 }), (offer, fulls, upgrades) => {
      const wanted = [...Array.from({ length: fulls }, () => 'PLEIN'), 'ETUD', 'ETUD', 'ETUD'];
      const basket = priceBasket(
        offer,
        wanted.map((tariff) => ({ tariff, category: '1', holder: 'Léa Roussel' })),
        'held',
      );
      expect(paidForSeats(basket.seats)).toBe(basket.total);
      const later = basket.seats.map((seat, index) => ({ ...seat, upgradedAt: upgrades[index] ? '2027-01-11T16:45:00.000Z' : undefined }));
      const differences = total(later.flatMap(({ upgradedAt, toFullPrice }) => (upgradedAt ? [toFullPrice] : [])));
      expect(paidForSeats(later)).toBe(basket.total + differences);
      const parts = later.map(({ no }) => paidForSeats(later.filter((seat) => seat.no === no)));
      expect(total(parts)).toBe(basket.total + differences);
    }),
  );
});

test('a free seat bears no delivery while another one is paid for', () => {
  const [free] = fc.sample(anOffer, 1);
  const offer: Offer = {
    ...free!,
    tariffs: [
      { ...FULL, prices: { '1': { price: cents(0), fee: cents(0) } } },
      { ...STUDENT, prices: { '1': { price: cents(1400), fee: cents(0) } } },
    ],
    deliveryMethods: [{ code: 'held', name: STUDENT.name, price: cents(181), hasTemplate: false }],
  };
  const seat = (tariff: string) => ({ tariff, category: '1', holder: 'Léa Roussel' });
  const shares = priceBasket(offer, [seat('PLEIN'), seat('ETUD'), seat('ETUD')], 'held').seats.map(({ deliveryShare }) => deliveryShare);
  expect(shares).toEqual([0, 91, 90]);
});

test('a seat whose difference was settled is of the full tariff, at its price', () => {
  const seat = { ...ORDER.seats[2]!, proof: 'upgraded' as const, upgradedAt: '2027-01-12T10:00:00.000Z', upgradedTo: FULL.name };
  expect(soldAs(seat).name.fr).toBe('Plein tarif');
  expect(costOfSeat(seat)).toBe(2400);
  expect(soldAs(ORDER.seats[2]!).name.fr).toBe('Étudiant');
});

test('owed are void seats whose money has not left', () => {
  const [one, two, three] = ORDER.seats;
  const seats = [
    one!,
    { ...two!, delivery: 'void' as const },
    { ...three!, delivery: 'void' as const, refundedAt: '2027-01-12T10:00:00.000Z' },
  ];
  expect(moneyBack({ seats })).toEqual({ owed: 1400, refunded: 1400 });
});
