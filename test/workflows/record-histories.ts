import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { until } from '../../local/demo/stage';
import { startStack } from '../../local/stack';
import { removeStack } from '../../local/stack-folder';
import { storyOf } from '../../src/domain/order/start';
import { DAY, HOUR } from '../../src/domain/time';
import * as messages from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';
import type { mailboxWorkflow } from '../../workflows/mailbox';
import type { tidyWorkflow } from '../../workflows/tidy';
import type { Scenario } from './scenarios';
import { QUICK, SCENARIOS } from './scenarios';
import type { Office } from './theatre';
import { createOffice } from './theatre';

/**
 * Plays the scenarios on a real server and keeps their histories: `node --import tsx test/workflows/record-histories.ts`.
 * A release gives their folder its number; those of earlier releases stay as they are, for orders live for months (replay.test.ts).
 */
export const HISTORIES = join(__dirname, '..', 'histories');
export const UNRELEASED = join(HISTORIES, 'unreleased');

/** Beside the orders: the workflows that always run. */
export const STANDING = ['mailbox', 'tidy'] as const;

const IDENTITY = 'recorder';
const STACK = 'histories';
const ROUNDS = 3;

async function record(): Promise<void> {
  // Only Temporal is needed: the rest is said to be somebody else's.
  const elsewhere = { DATABASE_URL: 'mysql://none.example/none', IMAP_URL: 'imap://none.example', SMTP_URL: 'smtp://none.example' };
  removeStack(STACK);
  const stack = await startStack({ name: STACK, headless: true, given: elsewhere });
  const env = await TestWorkflowEnvironment.createFromExistingServer({
    address: stack.temporalAddress ?? '',
    namespace: stack.env['TEMPORAL_NAMESPACE'] ?? '',
    client: { identity: IDENTITY },
  });
  try {
    rmSync(UNRELEASED, { recursive: true, force: true });
    mkdirSync(UNRELEASED, { recursive: true });
    await playAll(env, stack.env['TEMPORAL_NAMESPACE'] ?? '');
  } finally {
    await env.teardown();
    await stack.stop();
    removeStack(STACK);
  }
}

async function playAll(env: TestWorkflowEnvironment, namespace: string): Promise<void> {
  const { client } = env;
  const rounds = { mailbox: 0, tidy: 0 };
  /** The third round is the last: such a workflow never ends by itself. */
  const nextRound = async (name: keyof typeof rounds) => {
    rounds[name] += 1;
    if (rounds[name] > ROUNDS) await client.workflow.getHandle(name).terminate();
  };
  const office = createOffice();
  const worker = await Worker.create({
    ...{ connection: env.nativeConnection, namespace, taskQueue: messages.ORDERS_QUEUE, identity: IDENTITY },
    workflowBundle: await bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts') }),
    activities: {
      ...office.activities,
      unsentLetters: (order: string) => Promise.resolve([`review-request:${order}:1:1`]),
      takeTurn: () => nextRound('mailbox').then(() => ({ handled: 1, busyElsewhere: rounds.mailbox === 2 })),
      tidy: () => nextRound('tidy').then(() => ({ expired: 0, told: 0, sent: 0, purged: 0 })),
    },
  });
  await worker.runUntil(async () => {
    const played = Object.entries(SCENARIOS).map(([name, scenario], index) => playOrder({ client, office }, scenario, { name, index }));
    // All of them have ended before the server is stopped: none may ask a server that is gone.
    const outcomes = await Promise.allSettled([...played, ...STANDING.map((name) => playStanding(client, name))]);
    const faults = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} scenarios did not end as they must.`);
  });
}

async function playOrder(
  { client, office }: { readonly client: Client; readonly office: Office },
  scenario: Scenario,
  { name, index }: { readonly name: string; readonly index: number },
) {
  const order = `HST0-${String(index + 1).padStart(4, '0')}`;
  const now = Date.now();
  const { performanceAt = now + 20 * DAY, ...paid } = scenario.paid?.(now) ?? {};
  const story = storyOf({
    ...{ order, venue: 1, paidAt: now, performanceAt, overAt: performanceAt + 3 * HOUR, policy: QUICK, payment: 'paid' },
    seats: [1, 2, 3].map((no) => ({ no, needsProof: no > 1 })),
    ...paid,
  });
  const handle = await client.workflow.start<typeof orderWorkflow>('orderWorkflow', {
    ...{ taskQueue: messages.ORDERS_QUEUE, workflowId: messages.orderWorkflowId(order) },
    args: [scenario.recorded?.(story) ?? story],
  });
  await scenario.play({
    handle,
    head: (command) => ({ command, by: { role: 'reviewer', id: 1 }, door: 'desk' }),
    keepOnItsWay: () => office.keepOnItsWay(order, 'tickets'),
    until: (isSo) =>
      until(`the order of « ${name} »`, async () => {
        const state = await handle.query(messages.orderState);
        return isSo(state) && state;
      }),
  });
  await keep(handle, name);
}

async function playStanding(client: Client, name: (typeof STANDING)[number]): Promise<void> {
  const place = { taskQueue: messages.ORDERS_QUEUE, workflowId: name };
  const handle =
    name === 'mailbox'
      ? await client.workflow.start<typeof mailboxWorkflow>('mailboxWorkflow', { ...place, args: ['validation@mariniers.example'] })
      : await client.workflow.start<typeof tidyWorkflow>('tidyWorkflow', { ...place, args: [100] });
  await until(`the end of ${name}`, async () => (await handle.describe()).status.name === 'TERMINATED');
  await keep(handle, name);
}

/** When nothing of it is under way any more. */
async function keep(handle: WorkflowHandle, name: string): Promise<void> {
  await until(`a quiet history of « ${name} »`, async () => {
    const { raw, status } = await handle.describe();
    return status.name !== 'RUNNING' || (!raw.pendingActivities?.length && !raw.pendingWorkflowTask);
  });
  const history = JSON.parse(historyToJSON(await handle.fetchHistory()));
  writeFileSync(join(UNRELEASED, `${name}.json`), `${JSON.stringify(history, undefined, 1)}\n`);
  process.stdout.write(`${name}: ${history.events.length} events\n`);
}

if (require.main === module) void record();
