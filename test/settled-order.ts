import { cents } from '../src/domain/money';
import { paidForSeats } from '../src/domain/order/amounts';
import type { OrderView } from '../src/domain/order-view';
import { FULL, ORDER, withSeats } from './people';

const seats = withSeats(
  { ...ORDER, seats: ORDER.seats.map((seat, index) => ({ ...seat, fee: cents(50), deliveryShare: cents(index === 0 ? 37 : 36) })) },
  {
    3: { proof: 'upgraded', delivery: 'sent', upgradedAt: '2027-01-10T18:00:00.000Z', upgradedTo: FULL.name, reason: undefined },
    5: { proof: 'refused', reason: 'unreadable' },
  },
).seats;

/** Camille's order with fees, a delivery method for 1,81 €, and the difference settled for Léa's seat: 92,31 € in all. */
export const SETTLED: OrderView = {
  ...ORDER,
  seats,
  total: paidForSeats(seats),
  deliveryMethod: { ...ORDER.deliveryMethod, price: cents(181) },
  tickets: [...ORDER.tickets, { seat: 3, number: 12_460, uid: 'CM-7K2M-4Q9T-3', release: 2, admission: 'valid', proofToShow: false }],
};
