import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { until } from '../../local/demo/stage';
import { storyOf } from '../../src/domain/order/start';
import { DAY, HOUR } from '../../src/domain/time';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import * as messages from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';
import { createOffice } from './theatre';

const logger = new DefaultLogger('ERROR');
Runtime.install({ logger });

let env: TestWorkflowEnvironment;
const namespace = process.env['TEMPORAL_NAMESPACE'] ?? '';

beforeAll(async () => {
  env = await TestWorkflowEnvironment.createFromExistingServer({ address: process.env['TEMPORAL_ADDRESS'] ?? '', namespace });
});
afterAll(() => env.teardown());

const ORDER = '7K2M-4Q9T';
const TAKE = { seat: 1, method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' };
const head = (command: string) => ({ command, by: { role: 'staff', id: 5 }, door: 'desk' }) as const;

test('of two deeds at once that give one seat up, the one that is refused lets go of the tickets that it had stopped', async () => {
  const office = createOffice();
  const taskQueue = `orders-${randomUUID()}`;
  const now = Date.now();
  const performanceAt = now + 20 * DAY;
  const paid = storyOf({
    ...{ order: ORDER, venue: 1, paidAt: now, performanceAt, overAt: performanceAt + 3 * HOUR, payment: 'paid', policy: DEFAULT_POLICY },
    seats: [{ no: 1, needsProof: true }],
  });
  const place = { taskQueue, workflowId: `${messages.orderWorkflowId(ORDER)}-${taskQueue}`, args: [paid] as [typeof paid] };
  const handle = await env.client.workflow.start<typeof orderWorkflow>('orderWorkflow', place);
  const worker = await Worker.create({
    ...{ connection: env.nativeConnection, namespace, taskQueue, activities: office.activities },
    workflowBundle: await bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts'), logger }),
  });
  await worker.runUntil(async () => {
    await handle.executeUpdate(messages.takeDifference, { args: [{ ...head('take'), ...TAKE }] });
    // Both are asked before either is obeyed.
    office.keepDoorBusy(2);
    const deeds = ['one', 'other'].map((name) => handle.executeUpdate(messages.giveDifferenceBack, { args: [{ ...head(name), seat: 1 }] }));
    const outcomes = await Promise.allSettled(deeds);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await until('the door to be told', async () => office.allowed.length > 0);
    await handle.terminate();
  });
  expect(office.allowed).toEqual([1]);
});
