import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import type { createMailboxActivities } from '../activities/mailbox';

const TURNS = 500;
/** Beyond the lease that a worker holds on the mailbox (MAILBOX_LEASE_SECONDS). */
const HEARTBEAT_SECONDS = 20;

/** One consumer a mailbox: it only loops over one activity, and one activity is one whole turn (docs/architecture.md 6). */
export async function mailboxWorkflow(account: string, heartbeatSeconds = HEARTBEAT_SECONDS): Promise<void> {
  const { takeTurn } = proxyActivities<ReturnType<typeof createMailboxActivities>>({
    startToCloseTimeout: '5m',
    heartbeatTimeout: heartbeatSeconds * 1000,
    // The mailbox itself backs off from a mail server that is away.
    retry: { initialInterval: '1s', maximumInterval: '5s' },
  });
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { busyElsewhere } = await takeTurn(account);
    // Another worker still holds the mailbox: its lease runs out by itself.
    if (busyElsewhere) await sleep(Math.min(5, heartbeatSeconds) * 1000);
  }
  await continueAsNew<typeof mailboxWorkflow>(account, heartbeatSeconds);
}
