import type { DecisionKind } from '../decision/decision';
import type { ProofState, Seat } from './state';

/** What may be done to a seat in which proof state. Every door asks this table. */
const ALLOWED_IN = {
  depositProof: ['awaiting-proof', 'under-review', 'more-info', 'refused'],
  withdrawProof: ['under-review'],
  chooseDoor: ['awaiting-proof', 'more-info', 'refused', 'refused-final', 'expired'],
  payFullPrice: ['awaiting-proof', 'more-info', 'refused', 'refused-final', 'expired', 'check-at-door'],
  revoke: ['approved'],
} satisfies Record<string, readonly ProofState[]>;

export type SeatAction = keyof typeof ALLOWED_IN;

const DECIDABLE_IN = {
  approve: ['under-review'],
  refuse: ['under-review'],
  'more-info': ['under-review'],
  'check-at-door': ['under-review', 'awaiting-proof', 'more-info', 'refused', 'refused-final', 'expired'],
} satisfies Record<DecisionKind, readonly ProofState[]>;

/** Where each proof state leads (docs/domain.md 4.1); the tests hold every change to it. */
export const EXITS = {
  'not-required': [],
  'awaiting-proof': ['under-review', 'check-at-door', 'upgraded', 'expired', 'refunded'],
  // upgraded where a difference arrives that was begun before the proof
  'under-review': ['awaiting-proof', 'upgraded', 'approved', 'refused', 'refused-final', 'more-info', 'check-at-door', 'refunded'],
  'more-info': ['under-review', 'check-at-door', 'upgraded', 'expired', 'refunded'],
  approved: ['under-review', 'refused-final', 'refunded'],
  refused: ['under-review', 'upgraded', 'check-at-door', 'expired', 'refunded'],
  'refused-final': ['under-review', 'upgraded', 'check-at-door', 'expired', 'refunded'],
  // back to what it was only where the counter gives the difference back
  upgraded: ['awaiting-proof', 'more-info', 'refused', 'refused-final', 'expired', 'check-at-door', 'refunded'],
  // back only by an undo inside the window
  'check-at-door': ['under-review', 'awaiting-proof', 'more-info', 'refused', 'refused-final', 'expired', 'upgraded', 'refunded'],
  expired: ['upgraded', 'check-at-door', 'refunded'],
  refunded: [],
} satisfies Record<ProofState, readonly ProofState[]>;

const LETS_A_TICKET_OUT: readonly ProofState[] = ['not-required', 'approved', 'upgraded', 'check-at-door'];
const WAITS_FOR_THE_SPECTATOR: readonly ProofState[] = ['awaiting-proof', 'more-info', 'refused', 'refused-final'];
const UNSETTLED_AT_THE_DEADLINE: readonly ProofState[] = [...WAITS_FOR_THE_SPECTATOR, 'under-review'];

export function can(action: SeatAction, seat: Pick<Seat, 'proof'>): boolean {
  return isOneOf(ALLOWED_IN[action], seat.proof);
}

export function canDecide(kind: DecisionKind, seat: Pick<Seat, 'proof'>): boolean {
  return isOneOf(DECIDABLE_IN[kind], seat.proof);
}

export function letsATicketOut(seat: Pick<Seat, 'proof'>): boolean {
  return LETS_A_TICKET_OUT.includes(seat.proof);
}

export function waitsForTheSpectator(seat: Pick<Seat, 'proof'>): boolean {
  return WAITS_FOR_THE_SPECTATOR.includes(seat.proof);
}

export function isUnsettledAtTheDeadline(seat: Pick<Seat, 'proof'>): boolean {
  return UNSETTLED_AT_THE_DEADLINE.includes(seat.proof);
}

function isOneOf(states: readonly ProofState[], state: ProofState): boolean {
  return states.includes(state);
}
