import type { OrderView, SeatView } from '../order-view';
import type { Cents } from '../money';
import { cents, total } from '../money';

type SeatAmounts = Pick<SeatView, 'price' | 'fee' | 'toFullPrice' | 'upgradedAt'>;

/** All that was paid for one seat: its price, its fee, and the difference to the full tariff where it was settled. */
function paidForSeat({ price, fee, toFullPrice, upgradedAt }: SeatAmounts): Cents {
  return cents(price + fee + (upgradedAt === undefined ? 0 : toFullPrice));
}

export function paidForSeats(seats: readonly SeatAmounts[]): Cents {
  return total(seats.map(paidForSeat));
}

/** What is to be given back for seats: they are void, and their money has not left. */
export function owedForSeats({ seats }: Pick<OrderView, 'seats'>): Cents {
  return paidForSeats(seats.filter(({ delivery, refundedAt }) => delivery === 'void' && refundedAt === undefined));
}
