import type { SeatView } from '../order-view';
import type { Cents } from '../money';
import { cents, total } from '../money';

type SeatAmounts = Pick<SeatView, 'price' | 'fee' | 'deliveryShare' | 'toFullPrice' | 'upgradedAt'>;

/** What one seat costs by itself: its price, its fee, and the difference to the full tariff once it was settled. */
export function costOfSeat({ price, fee, toFullPrice, upgradedAt }: Omit<SeatAmounts, 'deliveryShare'>): Cents {
  return cents(price + fee + (upgradedAt === undefined ? 0 : toFullPrice));
}

/** All that was paid for it, with its share of a priced delivery method. An order's total is the sum of these, and nothing else. */
export function paidForSeat(seat: SeatAmounts): Cents {
  return cents(costOfSeat(seat) + seat.deliveryShare);
}

export function paidForSeats(seats: readonly SeatAmounts[]): Cents {
  return total(seats.map(paidForSeat));
}
