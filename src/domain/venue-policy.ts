import { DAY, HOUR } from './time';
import type { Millis } from './time';

/** What happens to seats without an accepted proof when their time is up. */
export const DEADLINE_OUTCOMES = ['check-at-door', 'full-price-then-door', 'refund'] as const;
export type DeadlineOutcome = (typeof DEADLINE_OUTCOMES)[number];

/** What each venue settles for itself; an order keeps the policy of the day it was paid. */
export interface VenuePolicy {
  /** Whether proofs are sent online; otherwise tickets leave at once and each proof is shown at the door (decision 0007). */
  readonly proofsOnline: boolean;
  /** Proofs are due so long before the performance. */
  readonly deadlineMs: Millis;
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
  proofsOnline: true,
  deadlineMs: DAY,
  undoMs: 10 * 60_000,
  gatherMs: 10 * 60_000,
  deadlineOutcome: 'check-at-door',
  fullPriceAtOnce: false,
  doorAllowed: true,
  nudgeAfterMs: DAY,
};

/** What a venue may choose, in milliseconds, both ends included. */
export const POLICY_LIMITS = {
  deadlineMs: { least: 3 * HOUR, most: 7 * DAY },
  undoMs: { least: 0, most: 2 * HOUR },
  gatherMs: { least: 0, most: 2 * HOUR },
  nudgeAfterMs: { least: HOUR, most: 7 * DAY },
} as const satisfies Partial<Record<keyof VenuePolicy, { readonly least: Millis; readonly most: Millis }>>;

export type PolicyDuration = keyof typeof POLICY_LIMITS;

/** The first duration that is out of its limits, or no whole number of milliseconds. */
export function impossibleDuration(policy: Partial<VenuePolicy>): PolicyDuration | undefined {
  const names: readonly PolicyDuration[] = ['deadlineMs', 'undoMs', 'gatherMs', 'nudgeAfterMs'];
  return names.find((name) => {
    const value = policy[name];
    return value !== undefined && !(Number.isInteger(value) && value >= POLICY_LIMITS[name].least && value <= POLICY_LIMITS[name].most);
  });
}
