import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode } from '@temporalio/worker';
import { timeSkippingServer } from '../../local/java-test-server';
import type { PaidOrder } from '../../src/domain/order/start';
import { storyOf } from '../../src/domain/order/start';
import type { OrderState } from '../../src/domain/order/state';
import { orderReference } from '../../src/domain/sale/reference';
import { DAY, HOUR } from '../../src/domain/time';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import * as messages from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';
import { createOffice, createWorker } from './theatre';

export type SkippedTime = Awaited<ReturnType<typeof skipTime>>;

/** Weeks pass without waiting: Temporal's time-skipping server moves its clock while nobody has anything to do. */
export async function skipTime() {
  const office = createOffice();
  const taskQueue = `orders-${randomUUID()}`;
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await timeSkippingServer() } },
  });
  await env.connection.operatorService.addSearchAttributes({
    namespace: env.namespace ?? 'default',
    searchAttributes: { OrderStatus: 2, VenueId: 2, WaitsFor: 2 },
  });
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts') });
  const worker = await createWorker(env, taskQueue, { office, workflowBundle });
  const working = worker.run();

  const start = ({ order, state }: { readonly order: string; readonly state: OrderState }) =>
    env.client.workflow.start<typeof orderWorkflow>('orderWorkflow', {
      taskQueue,
      workflowId: messages.orderWorkflowId(order),
      args: [state],
    });

  return {
    env,
    office,
    start,

    pay: async (change: Partial<PaidOrder> = {}) => {
      const now = await env.currentTimeMs();
      const order = orderReference(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'));
      const performanceAt = change.performanceAt ?? now + 20 * DAY;
      const paid: PaidOrder = {
        ...{ order, venue: 1, paidAt: now, performanceAt, overAt: performanceAt + 3 * HOUR, policy: DEFAULT_POLICY, payment: 'paid' },
        seats: [
          { no: 1, needsProof: false },
          { no: 2, needsProof: true },
          { no: 3, needsProof: true },
        ],
        ...change,
      };
      const handle = await start({ order, state: storyOf(paid) });
      const head = (command: string) => ({ command: `${order}-${command}`, by: { role: 'reviewer', id: 1 }, door: 'mail' }) as const;
      const last = () => office.of(order).at(-1)?.state;
      return { order, handle, head, last, performanceAt };
    },

    close: async (): Promise<void> => {
      worker.shutdown();
      await working;
      await env.teardown();
    },
  };
}
