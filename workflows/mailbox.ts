import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import type { createMailboxActivities } from '../activities/mailbox';

const { takeTurn } = proxyActivities<ReturnType<typeof createMailboxActivities>>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '20s',
  // The mailbox itself backs off from a mail server that is away.
  retry: { initialInterval: '1s', maximumInterval: '5s' },
});

const TURNS = 500;

/** One consumer a mailbox: it only loops over one activity, and one activity is one whole turn (design.md 6). */
export async function mailboxWorkflow(account: string): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { busyElsewhere } = await takeTurn(account);
    // Another worker still holds the mailbox: its lease runs out by itself.
    if (busyElsewhere) await sleep('5s');
  }
  await continueAsNew<typeof mailboxWorkflow>(account);
}
