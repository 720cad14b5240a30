import type { DecisionKind } from './decision/decision';
import { DAY, type Millis } from './time';

/** How long the file of a proof may be kept (docs/domain.md 6.2). What outlives it is the decision, never the paper. */
interface Paper {
  readonly receivedAt: Millis;
  readonly performanceAt: Millis;
}

/** The hard cap, whatever happens to the order. */
export function neverAfter({ receivedAt, performanceAt }: Paper): Millis {
  return Math.min(receivedAt + 90 * DAY, performanceAt + 30 * DAY);
}

/** The story has a day to accept what was uploaded. */
export function keptUnaccepted(receivedAt: Millis): Millis {
  return receivedAt + DAY;
}

/** The spectator has sent it, and waits for the story to hear of it: until Temporal is back. */
export function keptGiven(givenAt: Millis): Millis {
  return givenAt + 7 * DAY;
}

/** As long as nobody has decided. */
export function keptUndecided(performanceAt: Millis): Millis {
  return performanceAt + 7 * DAY;
}

export interface DecidedPaper {
  readonly kind: DecisionKind;
  /** Health data (GDPR art. 9). */
  readonly health: boolean;
  readonly at: Millis;
  /** Until then the decision can be taken back, and the paper is needed again. */
  readonly settlesAt: Millis;
}

/** `undefined`: the decision changes nothing; the tickets that leave will. */
export function keptDecided({ kind, health, at, settlesAt }: DecidedPaper): Millis | undefined {
  if (kind === 'more-info') return undefined;
  if (health) return Math.min(settlesAt, at + DAY);
  return kind === 'refuse' ? at + 15 * DAY : undefined;
}

/** Once the tickets of its seats have left. `days` is the tariff's own setting. */
export function keptAfterTickets(sentAt: Millis, paper: { readonly health: boolean; readonly days: number }): Millis {
  return paper.health ? sentAt : sentAt + paper.days * DAY;
}

/** Once its seats went back to sale. */
export function keptAfterCancellation(at: Millis): Millis {
  return at + 7 * DAY;
}
