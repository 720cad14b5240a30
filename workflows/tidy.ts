import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import type { createTidyActivities } from '../activities/tidy';

const { tidy } = proxyActivities<ReturnType<typeof createTidyActivities>>({
  startToCloseTimeout: '10m',
  retry: { initialInterval: '5s', maximumInterval: '5m' },
});

const ROUNDS = 300;

/**
 * The theatre's housekeeping: seats of unpaid orders come back, stories that are missing start, letters of no order
 * leave, and proofs whose time has come are deleted.
 */
export async function tidyWorkflow(everyMs: number): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await tidy();
    await sleep(everyMs);
  }
  await continueAsNew<typeof tidyWorkflow>(everyMs);
}
