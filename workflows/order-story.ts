import type { Millis } from '../src/domain/time';
import { proxyLocalActivities, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { createOrderActivities } from '../activities/order';
import type { Change } from '../src/domain/order/change';
import { apply } from '../src/domain/order/apply';
import type { Outcome } from '../src/domain/order/effect';
import type { OrderEvent } from '../src/domain/order/event';
import type { OrderState } from '../src/domain/order/state';
import { summary } from '../src/domain/order/summary';
import { Refusal } from '../src/domain/refusal';
import { details } from './order-details';
import { ORDER_STATUS, WAITS_FOR } from './search-attributes';

const { record } = proxyLocalActivities<ReturnType<typeof createOrderActivities>>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '200ms', maximumInterval: '1m' },
});

export type Story = ReturnType<typeof createStory>;

export interface Written {
  readonly change: Change;
  /** Letters of this change that have not left yet. */
  readonly letters: readonly string[];
}

/**
 * The state of one order and the queue of what it owes to the record. The rule runs at once, in the handler; the record
 * is written one change after the other, in the order of their sequence numbers (docs/architecture.md 4).
 */
export function createStory(initial: OrderState) {
  let state = initial;
  let recorded = initial.seq;
  let since: Millis = Date.now();
  const changes: Change[] = [];
  describe();

  return {
    state: () => state,
    recorded: () => recorded,
    hasChanges: () => changes.length > 0,

    /** Applies an event. A command already obeyed changes nothing. Throws a Refusal when the rules say no. */
    take(event: OrderEvent): Outcome {
      const outcome = apply(state, event);
      if (outcome.state === state) return outcome;
      const before = summary(state);
      state = outcome.state;
      changes.push({ event, state, effects: outcome.effects });
      const after = summary(state);
      if (after.waitsFor !== before.waitsFor) since = event.at;
      if (after.status !== before.status && event.kind !== 'started') show(after);
      describe();
      return outcome;
    },

    /** What the rules would refuse, without doing anything. */
    refusalOf(event: OrderEvent): Refusal | undefined {
      try {
        apply(state, event);
        return undefined;
      } catch (fault) {
        if (fault instanceof Refusal) return fault;
        throw fault;
      }
    },

    async writeNext(): Promise<Written | undefined> {
      const [change] = changes;
      if (!change) return undefined;
      const letters = await record(change);
      changes.shift();
      recorded = change.state.seq;
      return { change, letters };
    },
  };

  function show({ status, waitsFor }: ReturnType<typeof summary>): void {
    upsertSearchAttributes([
      { key: ORDER_STATUS, value: status },
      { key: WAITS_FOR, value: waitsFor },
    ]);
  }

  function describe(): void {
    setCurrentDetails(details(state, since));
  }
}
