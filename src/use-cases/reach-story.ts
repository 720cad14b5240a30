import { isOver, overRefusal } from '../domain/order/timers';
import { Refusal } from '../domain/refusal';
import type { CommandHead, Obeyed } from '../ports/order-runs';
import type { Starting } from './start-story';
import { startStory } from './start-story';

export type Reach = (order: string, head: Pick<CommandHead, 'command'>, send: () => Promise<Obeyed>) => Promise<Obeyed>;

/**
 * Sends a command to an order's story; a story that Temporal has lost is started again from the record first. One that is
 * over answers from the record to a command that it has obeyed.
 */
export function createReach({ orders, runs }: Starting): Reach {
  return async (order, { command }, send) => {
    try {
      return await send();
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== 'order-not-found') throw fault;
      const story = await orders.story(order);
      if (!story) throw fault;
      if (isOver(story) && story.seen.includes(command)) return { seq: story.seq, late: [] };
      if (isOver(story)) throw overRefusal(story);
      await startStory({ orders, runs }, story);
      return send();
    }
  };
}
