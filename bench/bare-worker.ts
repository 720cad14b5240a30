import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { ORDERS_TUNING } from '../src/entry/orders-tuning';

export const BARE_QUEUE = 'bare';

/** The process of bench/bare-order.ts in which the bare orders run. */
export interface BareWorkerNeeds {
  readonly address: string;
  readonly namespace: string;
  readonly workflowBundle: { readonly code: string };
}

export interface Sent {
  readonly order: string;
  readonly word: string;
}

export type BareActivities = ReturnType<typeof createBareActivities>;

export function createBareActivities(onSent: (sent: Sent) => void) {
  return {
    note: (_word: string): Promise<readonly string[]> => Promise.resolve([]),
    send: (sent: Sent): Promise<{ readonly failed: readonly string[] }> => {
      onSent(sent);
      return Promise.resolve({ failed: [] });
    },
  };
}

export async function createBareWorker(needs: BareWorkerNeeds, onSent: (sent: Sent) => void): Promise<Worker> {
  return Worker.create({
    connection: await NativeConnection.connect({ address: needs.address }),
    namespace: needs.namespace,
    taskQueue: BARE_QUEUE,
    workflowBundle: needs.workflowBundle,
    activities: createBareActivities(onSent),
    ...ORDERS_TUNING,
  });
}

/** Told everything by the parent; ends when the parent is gone. */
function main(): void {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const tell = (sent: Sent) => process.send?.(sent);
  process.once('message', (needs: BareWorkerNeeds) => void work(needs, tell));
}

async function work(needs: BareWorkerNeeds, onSent: (sent: Sent) => void): Promise<void> {
  const worker = await createBareWorker(needs, onSent);
  process.once('disconnect', () => worker.shutdown());
  onSent({ order: 'worker', word: 'ready' });
  await worker.run();
  process.exit(0);
}

if (require.main === module) main();
