import type { Client } from '@temporalio/client';
import { MAILBOX_QUEUE, mailboxWorkflowId, ORDERS_QUEUE, TIDY_WORKFLOW_ID } from '../../workflows/messages';
import type { mailboxWorkflow } from '../../workflows/mailbox';
import type { tidyWorkflow } from '../../workflows/tidy';

export interface Standing {
  /** One mailbox workflow each: its id is what makes it one consumer. */
  readonly mailboxes: readonly string[];
  readonly tidyEveryMs: number;
  /** A worker that has not beaten for so long has lost its turn of a mailbox. */
  readonly heartbeatSeconds?: number | undefined;
}

/** Starts what must always run, unless it runs already. Called again and again: a lost server file brings them back too. */
export async function startStanding(client: Client, { mailboxes, tidyEveryMs, heartbeatSeconds }: Standing): Promise<void> {
  for (const account of mailboxes) {
    await client.workflow.start<typeof mailboxWorkflow>('mailboxWorkflow', {
      taskQueue: MAILBOX_QUEUE,
      workflowId: mailboxWorkflowId(account),
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [account, heartbeatSeconds],
    });
  }
  await client.workflow.start<typeof tidyWorkflow>('tidyWorkflow', {
    taskQueue: ORDERS_QUEUE,
    workflowId: TIDY_WORKFLOW_ID,
    workflowIdConflictPolicy: 'USE_EXISTING',
    args: [tidyEveryMs],
  });
}
