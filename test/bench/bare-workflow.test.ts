import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { bundleBareWorkflow, startBareOrder } from '../../bench/bare-order';
import { createBareActivities } from '../../bench/bare-worker';
import { tell } from '../../bench/bare-workflow';
import { historyOf } from '../../bench/histories';
import { NAMESPACE } from '../../local/temporal';
import type { Change } from '../../src/domain/order/change';
import type { Effect } from '../../src/domain/order/effect';
import { letterKey } from '../../src/domain/letter';
import type { OrderState } from '../../src/domain/order/state';
import { storyOf } from '../../src/domain/order/start';
import { DAY } from '../../src/domain/time';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import { decide, depositProof, orderWorkflowId } from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';

const address = process.env['TEMPORAL_ADDRESS'] ?? '';
let connection: Connection;
let native: NativeConnection;
let client: Client;

beforeAll(async () => {
  connection = await Connection.connect({ address });
  native = await NativeConnection.connect({ address });
  client = new Client({ connection, namespace: NAMESPACE });
});

afterAll(async () => {
  await connection.close();
  await native.close();
});

test('a bare order takes the very events of a student’s order, one after the other', async () => {
  const ours = await lifeOfStudentsOrder();
  const bare = await lifeOfBareOrder();
  expect(bare).toEqual(ours);
  expect(ours.filter((kind) => kind === 'activityTaskCompleted')).toHaveLength(3);
  expect(ours.filter((kind) => kind === 'upsertWorkflowSearchAttributes')).toHaveLength(2);
});

async function lifeOfStudentsOrder(): Promise<readonly string[]> {
  const story = paidStory();
  const workflowId = orderWorkflowId(story.order);
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows/index.ts'),
    logger: new DefaultLogger('WARN'),
  });
  const activities = {
    record: ({ effects }: Change) => Promise.resolve(effects.flatMap(lettersOf)),
    unsentLetters: () => Promise.resolve([]),
    sendLetters: () => Promise.resolve({ failed: [] }),
  };
  return atWork({ workflowBundle, activities }, async (taskQueue) => {
    const handle = await client.workflow.start<typeof orderWorkflow>('orderWorkflow', { taskQueue, workflowId, args: [story] });
    await historyOf(client, workflowId);
    const head = { command: 'deposit', by: { role: 'customer' }, door: 'customer-area' } as const;
    await handle.executeUpdate(depositProof, { args: [{ ...head, seats: [1] }] });
    await historyOf(client, workflowId);
    const answer = {
      command: 'approve',
      by: { role: 'reviewer', id: 1 },
      door: 'mail',
      review: 1,
      answers: [{ seats: 'all', kind: 'approve' }],
    } as const;
    await handle.executeUpdate(decide, { args: [answer] });
    const history = await historyOf(client, workflowId);
    await handle.terminate();
    return history;
  });
}

async function lifeOfBareOrder(): Promise<readonly string[]> {
  const order = `bare-${randomUUID()}`;
  return atWork({ workflowBundle: await bundleBareWorkflow(), activities: createBareActivities(() => undefined) }, async (taskQueue) => {
    const handle = await startBareOrder(client, order, taskQueue);
    await historyOf(client, order);
    for (const word of ['deposited', 'accepted']) {
      await handle.executeUpdate(tell, { args: [word] });
      await historyOf(client, order);
    }
    const history = await historyOf(client, order);
    await handle.terminate();
    return history;
  });
}

async function atWork<T>(
  parts: { readonly workflowBundle: WorkflowBundle; readonly activities: object },
  work: (taskQueue: string) => Promise<T>,
): Promise<T> {
  const taskQueue = `bench-${randomUUID()}`;
  const worker = await Worker.create({ connection: native, namespace: NAMESPACE, taskQueue, ...parts });
  return worker.runUntil(work(taskQueue));
}

/** As the record answers: asking the reviewers is a letter too. */
function lettersOf(effect: Effect): readonly string[] {
  if (effect.kind === 'letter') return [letterKey(effect.letter)];
  return effect.kind === 'ask-reviewers' ? ['review-request'] : [];
}

function paidStory(): OrderState {
  const now = Date.now();
  return storyOf({
    order: `BENC-${randomUUID().slice(0, 4).toUpperCase()}`,
    ...{ venue: 1, paidAt: now, performanceAt: now + 40 * DAY, overAt: now + 41 * DAY, payment: 'paid' },
    policy: { ...DEFAULT_POLICY, undoMs: 0, gatherMs: 0 },
    seats: [{ no: 1, needsProof: true }],
  });
}
