import type { Knex } from 'knex';
import { apply } from '../../src/domain/order/apply';
import type { OrderEvent } from '../../src/domain/order/event';
import type { PaidOrder } from '../../src/domain/order/start';
import { storyOf } from '../../src/domain/order/start';
import type { OrderState } from '../../src/domain/order/state';
import { nextTimer } from '../../src/domain/order/timers';
import { createStoryRecord } from '../../src/mysql/story/story-record';
import { createSecrets } from '../../src/entry/keys';
import type { Actor } from '../../src/domain/actor';
import type { Door } from '../../src/domain/decision/decision';
import type { Change } from '../../src/domain/order/change';

export const SECRETS = createSecrets('4d'.repeat(32));

/** Plays events on a story by the real rules and records each step in the real database. */
export function toldOrder(knex: Knex, paid: PaidOrder) {
  const record = createStoryRecord({ knex, secrets: SECRETS });
  let state: OrderState = storyOf(paid);
  let commands = 0;
  const changes: Change[] = [];

  const told = {
    record,
    state: () => state,
    lastChange: (): Change => {
      const change = changes.at(-1);
      if (!change) throw new Error('Nothing was told yet.');
      return change;
    },
    /** Applies and records; returns the keys of the letters. */
    async say(event: OrderEvent): Promise<readonly string[]> {
      const { state: next, effects } = apply(state, event);
      state = next;
      const change = { event, state, effects };
      changes.push(change);
      return record.record(change);
    },
    head: (at: number, by: Actor, door: Door) => ({ at, by, door, command: `${paid.order}-c${(commands += 1)}` }),
    start: (at = paid.paidAt) => told.say({ kind: 'started', at }),
    deposit: (at: number, proof: string, ...seats: number[]) =>
      told.say({ kind: 'proof-deposited', ...told.head(at, { role: 'customer' }, 'customer-area'), command: `deposit-${proof}`, seats }),
    approve: (at: number, by: Actor, ...seats: number[]) =>
      told.say({ kind: 'decided', ...told.head(at, by, 'mail'), review: state.reviewsOpened, answers: [{ seats, kind: 'approve' }] }),
    /** Lets the next timer go off, whichever it is. */
    async wait(): Promise<readonly string[]> {
      const timer = nextTimer(state);
      if (!timer) throw new Error('Nothing more will happen to this order by itself.');
      return told.say({ kind: 'timer', timer: timer.kind, at: timer.at });
    },
  };
  return told;
}
