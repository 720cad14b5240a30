import type { Clock } from '../../src/ports/clock';

/** A clock that stands still until it is set. */
export function stoppedClock(at: string): Clock & { set(at: string): void } {
  let now = at;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
  };
}
