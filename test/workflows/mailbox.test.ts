import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { createMailboxActivities } from '../../activities/mailbox';
import type { TakeTurn } from '../../activities/mailbox';
import type { mailboxWorkflow } from '../../workflows/mailbox';
import { mailboxWorkflowId } from '../../workflows/messages';

const NOTHING = { handled: 0, busyElsewhere: false };

test('a mail host that is away fails turns, never the mailbox: it is asked again, and turn follows turn', async () => {
  const account = `validation-${randomUUID()}@mariniers.example`;
  const taskQueue = `mailbox-${randomUUID()}`;
  const asked: string[] = [];
  let settled = () => {};
  const thirdTurn = new Promise<void>((resolve) => {
    settled = resolve;
  });
  const takeTurn: TakeTurn = async (mailbox, beat, signal) => {
    asked.push(mailbox);
    beat();
    if (asked.length === 1) throw new Error('connect ECONNREFUSED');
    if (asked.length < 3) return NOTHING;
    settled();
    await once(signal, 'abort');
    return NOTHING;
  };

  const env = await TestWorkflowEnvironment.createFromExistingServer({
    address: process.env['TEMPORAL_ADDRESS'] ?? '',
    namespace: process.env['TEMPORAL_NAMESPACE'] ?? '',
  });
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? '',
    taskQueue,
    workflowBundle: await bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts') }),
    activities: createMailboxActivities({ takeTurn }),
    // the turn that is under way is told to end at once
    shutdownGraceTime: 1,
  });
  const working = worker.run();
  const start: { args: [string]; taskQueue: string; workflowId: string } = {
    args: [account],
    taskQueue,
    workflowId: mailboxWorkflowId(account),
  };
  const handle = await env.client.workflow.start<typeof mailboxWorkflow>('mailboxWorkflow', start);
  await thirdTurn;
  expect(asked).toEqual([account, account, account]);
  expect(worker.getState()).toBe('RUNNING');
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await handle.terminate();
  worker.shutdown();
  await working;
  await env.teardown();
});
