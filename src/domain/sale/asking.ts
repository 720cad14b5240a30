import type { Millis } from '../time';
import { DAY } from '../time';

const FIRST: Millis = 60_000;
const LONGEST = 3 * DAY;

/** A notification that did not come is asked for: a minute after the page was opened, then at twice its age, for three days. */
export function nextAsk(openedAt: Millis, now: Millis): Millis | undefined {
  const age = Math.max(now - openedAt, 0);
  return age >= LONGEST ? undefined : now + Math.max(FIRST, age);
}
