import type { Effect } from './effect';
import type { OrderEvent } from './event';
import type { OrderState } from './state';

/** One step of an order's story, ready to be written. */
export interface Change {
  readonly event: OrderEvent;
  readonly state: OrderState;
  readonly effects: readonly Effect[];
}
