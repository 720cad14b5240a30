import type { AdmissionState } from './order/state';

/** What the door is told of a ticket. `admitted` is the only one that lets in. */
export const CHECK_IN_VERDICTS = ['admitted', 'proof-to-show', 'already-used', 'cancelled', 'other-performance', 'unknown'] as const;
export type CheckInVerdict = (typeof CHECK_IN_VERDICTS)[number];

/** A ticket as the door sees it. */
export interface TicketAtTheDoor {
  readonly performanceId: number;
  readonly admission: AdmissionState;
  readonly proofToShow: boolean;
}

/** What the person at the door asks. */
export interface CheckInAsked {
  readonly performanceId: number;
  /** They have seen the proof that this ticket's seat still owes (« justificatif vu »). */
  readonly proofSeen: boolean;
}

/** One ticket, one person, once, in the right house on the right night. */
export function judgeCheckIn(ticket: TicketAtTheDoor | undefined, { performanceId, proofSeen }: CheckInAsked): CheckInVerdict {
  if (!ticket) return 'unknown';
  if (ticket.performanceId !== performanceId) return 'other-performance';
  if (ticket.admission === 'cancelled') return 'cancelled';
  if (ticket.admission === 'used') return 'already-used';
  return ticket.proofToShow && !proofSeen ? 'proof-to-show' : 'admitted';
}
