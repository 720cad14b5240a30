import type { Millis } from '../time';
import { HOUR } from '../time';
import type { VenuePolicy } from '../venue-policy';

type DeadlinePolicy = Pick<VenuePolicy, 'deadlineMs' | 'proofsOnline'>;

/**
 * The proof is due as long before the performance as the venue says (24 h); paid later than that, 4 h after payment and at
 * most 2 h before the performance; paid later still, there is no time left and the proof is shown at the door (docs/architecture.md 2).
 * A venue that takes no proof online leaves no time for any.
 */
export function proofDeadline(paidAt: Millis, performanceAt: Millis, { deadlineMs, proofsOnline }: DeadlinePolicy): Millis {
  if (!proofsOnline) return paidAt;
  const usual = performanceAt - deadlineMs;
  if (paidAt < usual) return usual;
  const latest = performanceAt - 2 * HOUR;
  return paidAt < latest ? Math.min(paidAt + 4 * HOUR, latest) : paidAt;
}

/** Paid then, an order whose proofs are missing goes straight to the door: its tickets leave at once. */
export function hasNoTimeForProofs(paidAt: Millis, performanceAt: Millis, policy: DeadlinePolicy): boolean {
  return proofDeadline(paidAt, performanceAt, policy) <= paidAt;
}

/** Nothing can be taken back when the doors are about to open. */
export function undoWindow(undoMs: Millis, now: Millis, performanceAt: Millis): Millis {
  return performanceAt - now <= 2 * HOUR ? 0 : undoMs;
}
