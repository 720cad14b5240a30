import { isOver } from '../domain/order/timers';
import { Refusal } from '../domain/refusal';
import type { OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';

interface Needs {
  readonly orders: Pick<Orders, 'story'>;
  readonly runs: Pick<OrderRuns, 'start'>;
}

export type Reach = <T>(order: string, send: () => Promise<T>) => Promise<T>;

/** Sends a command to an order's story; a story that Temporal has lost is started again from the record first. */
export function createReach({ orders, runs }: Needs): Reach {
  return async (order, send) => {
    try {
      return await send();
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== 'order-not-found') throw fault;
      const story = await orders.story(order);
      if (!story) throw fault;
      if (isOver(story)) throw new Refusal('order-over', `The story of ${order} is over.`);
      await runs.start(story);
      return send();
    }
  };
}
