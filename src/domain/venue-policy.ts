import { DAY } from './time';
import type { Millis } from './time';

/** What happens to seats without an accepted proof when their time is up. */
export const DEADLINE_OUTCOMES = ['check-at-door', 'full-price-then-door', 'refund'] as const;
type DeadlineOutcome = (typeof DEADLINE_OUTCOMES)[number];

/** What each venue settles for itself; an order keeps the policy of the day it was paid. */
export interface VenuePolicy {
  /** A decision can be taken back for so long before anything leaves; none when the performance is within 2 hours. */
  readonly undoMs: Millis;
  /** After a proof, how long the order's other proofs are waited for before the reviewers are asked. */
  readonly gatherMs: Millis;
  readonly deadlineOutcome: DeadlineOutcome;
  /** Full-price seats of a held order leave at payment rather than with the first release. */
  readonly fullPriceAtOnce: boolean;
  /** The spectator may choose to show the proof at the door. */
  readonly doorAllowed: boolean;
  /** Reviewers hear again after this long without an answer. */
  readonly nudgeAfterMs: Millis;
}

export const DEFAULT_POLICY: VenuePolicy = {
  undoMs: 10 * 60_000,
  gatherMs: 10 * 60_000,
  deadlineOutcome: 'check-at-door',
  fullPriceAtOnce: false,
  doorAllowed: true,
  nudgeAfterMs: DAY,
};
