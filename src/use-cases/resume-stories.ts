import type { Clock } from '../ports/clock';
import type { OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';
import type { Payments } from '../ports/sale/payments';
import { tell } from './receive-payment';
import type { Starting } from './start-story';
import { startStory } from './start-story';

interface Needs {
  readonly orders: Orders;
  readonly payments: Payments;
  readonly runs: OrderRuns;
  readonly clock: Clock;
  readonly warn: (what: string, fault: unknown) => void;
}

interface Resuming extends Starting {
  readonly orders: Starting['orders'] & Pick<Orders, 'openStories'>;
}

const PAGE = 200;

/** The sweep: starts the stories whose payment was stored while Temporal was away. Returns how many it told. */
export function createTellMissingStories({ orders, payments, runs, clock, warn }: Needs) {
  return async (graceMs: number): Promise<number> => {
    const paidBefore = new Date(Date.parse(clock.now()) - graceMs).toISOString();
    const missing = await orders.missingStories(paidBefore, PAGE);
    for (const order of missing) await each(order, () => startRecorded({ orders, runs }, order));
    const untold = await payments.untold(PAGE);
    for (const payment of untold) await each(payment.order, () => tell({ orders, payments, runs }, payment));
    return missing.length + untold.length;
  };

  /** One that cannot be told does not keep the others: the next round tries again. */
  async function each(order: string, deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (fault) {
      warn(`story of ${order} not told yet`, fault);
    }
  }
}

/**
 * `contremarque orders resume`: starts, from the state last recorded, the story of every open order that Temporal does
 * not know. What runs already is left alone.
 */
export function createResumeStories({ orders, runs }: Resuming) {
  return async (onResumed: (order: string) => void): Promise<{ readonly open: number; readonly resumed: number }> => {
    let open = 0;
    let resumed = 0;
    for (let page = await orders.openStories('', PAGE); page.length > 0; page = await orders.openStories(page.at(-1) ?? '', PAGE)) {
      for (const order of page) {
        open += 1;
        if (await runs.isRunning(order)) continue;
        await startRecorded({ orders, runs }, order);
        resumed += 1;
        onResumed(order);
      }
    }
    return { open, resumed };
  };
}

async function startRecorded(needs: Starting, order: string): Promise<void> {
  const story = await needs.orders.story(order);
  if (story) await startStory(needs, story);
}
