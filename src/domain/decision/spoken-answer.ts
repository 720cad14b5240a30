import type { DecisionKind, SeatNo } from './decision';
import type { Reason } from './reason';

/** A reviewer's answer with its words, whichever door it came by. */
export interface SpokenAnswer {
  readonly seats: 'all' | readonly SeatNo[];
  readonly kind: DecisionKind;
  readonly reason?: Reason | undefined;
  /** Shown to the spectator. */
  readonly words?: string | undefined;
}
