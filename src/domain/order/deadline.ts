import type { Millis } from '../time';
import { DAY, HOUR } from '../time';

/**
 * The proof is due 24 h before the performance; paid later than that, 4 h after payment and at most 2 h before the
 * performance; paid later still, there is no time left and the proof is shown at the door (design.md 2).
 */
export function proofDeadline(paidAt: Millis, performanceAt: Millis): Millis {
  const usual = performanceAt - DAY;
  if (paidAt < usual) return usual;
  const latest = performanceAt - 2 * HOUR;
  return paidAt < latest ? Math.min(paidAt + 4 * HOUR, latest) : paidAt;
}

/** Nothing can be taken back when the doors are about to open. */
export function undoWindow(undoMs: Millis, now: Millis, performanceAt: Millis): Millis {
  return performanceAt - now <= 2 * HOUR ? 0 : undoMs;
}
