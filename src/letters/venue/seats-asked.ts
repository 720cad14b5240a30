import type { SeatView } from '../../domain/order-view';
import type { OrderFacts } from '../writing';

/** The seats of this review; a letter that leaves late still shows what it was written for. */
export function seatsAsked({ order, name }: OrderFacts): readonly SeatView[] {
  const named = order.seats.filter((seat) => name.about.seats?.includes(seat.no));
  const open = (named.length > 0 ? named : order.seats).filter((seat) => seat.proof === 'under-review');
  if (open.length > 0) return open;
  return named.length > 0 ? named : order.seats.filter((seat) => seat.tariff.needsProof);
}

/** Those that an answer in writing can decide: a proof of health is judged where it is shown, at the desk. */
export function seatsWritten(facts: OrderFacts): readonly SeatView[] {
  return seatsAsked(facts).filter((seat) => !seat.tariff.health);
}
