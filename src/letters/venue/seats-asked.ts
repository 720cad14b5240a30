import type { SeatView } from '../../domain/order-view';
import type { Block } from '../letter';
import { replyForms } from '../wording/reply-forms';
import { numbersOf } from '../wording/seats';
import type { OrderFacts } from '../writing';

/** The seats of this review; a letter that leaves late still shows what it was written for. */
export function seatsAsked({ order, name }: OrderFacts): readonly SeatView[] {
  const named = order.seats.filter((seat) => name.about.seats?.includes(seat.no));
  const open = (named.length > 0 ? named : order.seats).filter((seat) => seat.proof === 'under-review');
  if (open.length > 0) return open;
  return named.length > 0 ? named : order.seats.filter((seat) => seat.tariff.needsProof);
}

/** What an answer may say, and what its « OUI » means for those seats: the same wherever it is told. */
export function formsAsked(facts: OrderFacts): Block {
  const written = seatsWritten(facts);
  const atDesk = seatsAsked(facts).filter((seat) => !written.includes(seat));
  return replyForms(numbersOf(written), facts.language, numbersOf(atDesk));
}

/** Those that an answer in writing can decide: a proof of health is judged where it is shown, at the desk. */
export function seatsWritten(facts: OrderFacts): readonly SeatView[] {
  return seatsAsked(facts).filter((seat) => !seat.tariff.health);
}
