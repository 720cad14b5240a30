import type { Worker } from '@temporalio/worker';

/** When one of them ends, for whatever reason, the other does not go on by half: the process is started anew. */
export async function runTogether(workers: readonly Pick<Worker, 'run' | 'getState' | 'shutdown'>[]): Promise<void> {
  const end = () => workers.filter((worker) => worker.getState() === 'RUNNING').forEach((worker) => worker.shutdown());
  const runs = workers.map((worker) => worker.run().finally(end));
  await Promise.allSettled(runs);
  await Promise.all(runs);
}
