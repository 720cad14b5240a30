import type { OrderView, SeatView } from '../order-view';
import { paidForSeat } from './amounts';
import { can } from './can';
import { goesToDoorWithHolder, hasLostTariff, mayPayFullPrice } from './companions';
import { givenUp } from './given-up';

/** What a spectator who was refused may do now: letters and page promise these, and offer these. */
export interface Choices {
  readonly pay: boolean;
  readonly door: boolean;
  /** No deed of ours: the box office gives up the seat for whoever asks. */
  readonly refund: boolean;
}

export function choicesFor(order: Pick<OrderView, 'seats' | 'venue'>, seat: SeatView): Choices {
  return {
    pay: mayPayFullPrice(order.seats, seat) && seat.toFullPrice > 0,
    door: (order.venue.policy.doorAllowed || goesToDoorWithHolder(order.seats, seat)) && can('chooseDoor', seat) && !mustPay(order, seat),
    refund: seat.proof === 'refused-final' && givenUp(seat) === undefined && paidForSeat(seat) > 0,
  };
}

/** A companion’s without its person accompanied: no paper shown at the door gives the tariff back. */
export function mustPay({ seats }: Pick<OrderView, 'seats'>, seat: SeatView): boolean {
  return seat.toFullPrice > 0 && hasLostTariff(seats, seat);
}
