import { condition, defineUpdate, proxyActivities, proxyLocalActivities, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import type { BareActivities } from './bare-worker';
import { ORDER_STATUS, WAITS_FOR } from '../workflows/search-attributes';

/** The two things that somebody says to a reduced order on its way: « here is the proof », « accepted ». */
export const tell = defineUpdate<number, [string]>('tell');

const { note } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '20s' });
const { send } = proxyActivities<BareActivities>({ startToCloseTimeout: '2m' });

/**
 * What Temporal itself costs for a reduced order: the same activities, local activities, timers, updates and upserts as
 * workflows/order.ts in that life, each of them doing nothing. test/bench holds the two histories equal.
 */
export async function bareOrderWorkflow(order: string): Promise<void> {
  const said: string[] = ['started'];
  let taken = said.length;
  let noted = 0;

  setHandler(
    tell,
    async (word: string) => {
      said.push(word);
      taken += 1;
      const mine = taken;
      upsertSearchAttributes([
        { key: ORDER_STATUS, value: word },
        { key: WAITS_FOR, value: word },
      ]);
      await condition(() => noted >= mine);
      return mine;
    },
    { validator: (_word: string) => undefined },
  );

  for (;;) {
    const [word] = said;
    if (word === undefined) {
      await condition(() => said.length > 0, '30 days', { summary: 'nothing to do' });
    } else {
      await note(word);
      said.shift();
      noted += 1;
      if (word !== 'sent') void handOver(word);
    }
  }

  async function handOver(word: string): Promise<void> {
    await send({ order, word });
    if (word === 'accepted') said.push('sent');
  }
}
