import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { ORDER_STATUS, VENUE_ID, WAITS_FOR } from '../workflows/search-attributes';
import type { Sent } from './bare-worker';
import { BARE_QUEUE } from './bare-worker';
import type { bareOrderWorkflow } from './bare-workflow';
import { tell } from './bare-workflow';
import { THINKING_MS } from './reduced-order';

export interface BareHouse {
  /** The worker's process. */
  readonly pid: number;
  /** A bare order from its start to what would be its tickets; answers its workflow's id. */
  live(): Promise<string>;
  close(): Promise<void>;
}

/** The bare orders' own worker, in a process of its own as the real one. */
export async function openBareHouse(client: Client, server: { readonly address: string; readonly namespace: string }): Promise<BareHouse> {
  const workflowBundle = await bundleBareWorkflow();
  const worker = fork(join(__dirname, 'bare-worker.ts'), { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const awaited = new Map<string, () => void>();
  worker.on('message', ({ order, word }: Sent) => {
    awaited.get(`${order} ${word}`)?.();
    awaited.delete(`${order} ${word}`);
  });
  const ready = new Promise<void>((done) => void awaited.set('worker ready', done));
  worker.send({ ...server, workflowBundle });
  const gone = once(worker, 'exit').then((how): never => {
    throw new Error(`The bare worker has ended (${how.join(', ')}).`);
  });
  gone.catch(() => undefined); // heard by whoever waits for it
  await Promise.race([ready, gone]);
  return {
    pid: worker.pid ?? 0,

    live: () => Promise.race([live(), gone]),

    async close() {
      if (worker.connected) worker.disconnect();
      await gone.catch(() => undefined);
    },
  };

  async function live(): Promise<string> {
    const order = `bare-${randomUUID()}`;
    const sent = (word: string) => new Promise<void>((done) => void awaited.set(`${order} ${word}`, done));
    const started = sent('started');
    const handle = await startBareOrder(client, order, BARE_QUEUE);
    await started;
    await pause(THINKING_MS);
    for (const word of ['deposited', 'accepted']) {
      const left = sent(word);
      await handle.executeUpdate(tell, { args: [word], updateId: word });
      await left;
      if (word === 'deposited') await pause(THINKING_MS);
    }
    return order;
  }
}

export function bundleBareWorkflow() {
  return bundleWorkflowCode({ workflowsPath: join(__dirname, 'bare-workflow.ts'), logger: new DefaultLogger('WARN') });
}

/** As src/temporal/order-runs.ts starts a real one. */
export function startBareOrder(client: Client, order: string, taskQueue: string) {
  return client.workflow.start<typeof bareOrderWorkflow>('bareOrderWorkflow', {
    taskQueue,
    workflowId: order,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    staticSummary: 'bare order',
    typedSearchAttributes: [
      { key: ORDER_STATUS, value: 'started' },
      { key: VENUE_ID, value: '1' },
      { key: WAITS_FOR, value: 'started' },
    ],
    args: [order],
  });
}
