import type { LetterKind } from '../letter';
import { bringsTickets } from '../letter';
import type { OrderView } from '../order-view';
import type { ProofState } from './state';

/**
 * Letters that reached nobody, and what they said is so all the same: to an address put right they are written once more. So is what
 * is still to be proved, wherever the confirmation went: an address that was wrong may be a stranger's.
 */
export function stillToBeSaid(order: OrderView, now: string): readonly LetterKind[] {
  const lost = [...new Set<LetterKind>([...lostToTheCustomer(order), 'confirmation'])];
  // The confirmation says all that a reminder does.
  return lost.filter((kind) => STILL[kind]?.(order, now) && !(kind === 'reminder' && lost.includes('confirmation')));
}

/** What of it left for a wrong address, and comes back when that has been put right: the confirmation, which says all that a reminder does, left with that. */
export function isStillToBeSaid(kind: LetterKind, order: OrderView, now: string): boolean {
  return kind !== 'reminder' && STILL[kind]?.(order, now) === true;
}

/** Tickets leave by the story alone, which knows what of them may. */
export function lostTickets(order: OrderView): boolean {
  return lostToTheCustomer(order).some(bringsTickets);
}

function lostToTheCustomer({ undelivered = [] }: OrderView): readonly LetterKind[] {
  return [...new Set(undelivered.filter(({ to }) => to === 'customer').map(({ letter }) => letter))];
}

type Holds = (order: OrderView, now: string) => boolean;

const always: Holds = () => true;

function stands(...states: readonly ProofState[]): Holds {
  return ({ seats }) => seats.some(({ proof }) => states.includes(proof));
}

/** A link is renewed with the address; whatever is not here was for the day on which it was written. */
const STILL: Partial<Record<LetterKind, Holds>> = {
  confirmation: awaitsProofs,
  reminder: awaitsProofs,
  'more-info': stands('more-info'),
  refusal: stands('refused', 'refused-final'),
  deadline: stands('expired', 'check-at-door'),
  cancelled: always,
  refunded: always,
  'payment-refund': always,
  'order-refund': always,
};

function awaitsProofs(order: OrderView, now: string): boolean {
  return now < (order.deadlineAt ?? order.performance.startsAt) && stands('awaiting-proof')(order, now);
}
