import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { apply } from '../../src/domain/order/apply';
import type { OrderState } from '../../src/domain/order/state';
import { storyOf } from '../../src/domain/order/start';
import { DAY, HOUR } from '../../src/domain/time';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import * as messages from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';
import { createOffice } from './theatre';

/** A story that Temporal has lost comes back with the decision that somebody sends to it. */
Runtime.install({ logger: new DefaultLogger('ERROR') });

let env: TestWorkflowEnvironment;
let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  const logger = new DefaultLogger('ERROR');
  env = await TestWorkflowEnvironment.createFromExistingServer({
    address: process.env['TEMPORAL_ADDRESS'] ?? '',
    namespace: process.env['TEMPORAL_NAMESPACE'] ?? '',
  });
  workflowBundle = await bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts'), logger });
});
afterAll(() => env.teardown());

test('the tickets that a decision releases while the story looks for unsent letters are handed over once', async () => {
  const office = createOffice();
  const taskQueue = `resumed-${randomUUID()}`;
  const order = '7K2M-4Q9T';
  const looked = gate();
  const released = gate();
  const handed: string[] = [];
  const activities = {
    ...office.activities,
    async record(...[change]: Parameters<typeof office.activities.record>) {
      const letters = await office.activities.record(change);
      if (letters.some((key) => key.startsWith('tickets:'))) released.open();
      return letters;
    },
    /** Reads the record only when the release stands in it. */
    async unsentLetters() {
      await released.opened;
      return [`tickets:${order}:1`];
    },
    async sendLetters({ letters }: { readonly letters: readonly string[] }) {
      handed.push(...letters);
      await looked.opened;
      return { failed: [] };
    },
  };
  const worker = await Worker.create({
    ...{ connection: env.nativeConnection, taskQueue, workflowBundle, activities },
    namespace: process.env['TEMPORAL_NAMESPACE'] ?? '',
  });
  await worker.runUntil(async () => {
    const head = (command: string) => ({ command, by: { role: 'reviewer', id: 1 }, door: 'mail' }) as const;
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof orderWorkflow>('orderWorkflow', {
      ...{ taskQueue, workflowId: `${messages.orderWorkflowId(order)}-${taskQueue}`, args: [underReview(order)] },
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await env.client.workflow.executeUpdateWithStart(messages.decide, {
      args: [{ ...head('decide'), answers: [{ seats: 'all', kind: 'approve' }] }],
      startWorkflowOperation,
    });
    const handle = await startWorkflowOperation.workflowHandle();
    // Refused, and answered after the story has heard which letters are unsent.
    const tooLate = handle.executeUpdate(messages.withdrawProof, { args: [{ ...head('withdraw'), seat: 1 }] });
    await expect(tooLate).rejects.toMatchObject({
      cause: { type: 'Refusal' },
    });
    looked.open();
    await handle.executeUpdate(messages.cancel, { args: [head('cancel')] });
    await handle.executeUpdate(messages.recordRefund, { args: [head('refund')] });
    await handle.result();
  });
  expect(handed.filter((key) => key.startsWith('tickets:'))).toEqual([`tickets:${order}:1`]);
});

/** As the record has it: one student, the proof sent, no undo window. */
function underReview(order: string): OrderState {
  const now = Date.now();
  const performanceAt = now + 20 * DAY;
  const paid = storyOf({
    ...{ order, venue: 1, paidAt: now, performanceAt, overAt: performanceAt + 3 * HOUR, payment: 'paid' },
    policy: { ...DEFAULT_POLICY, undoMs: 0, gatherMs: 0 },
    seats: [{ no: 1, needsProof: true }],
  });
  const { state: started } = apply(paid, { kind: 'started', at: now });
  const sent = {
    kind: 'proof-deposited',
    at: now,
    command: 'deposit',
    by: { role: 'customer' },
    door: 'customer-area',
    seats: [1],
  } as const;
  return apply(started, sent).state;
}

interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

function gate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
