import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { until } from '../../local/demo/stage';
import { CUSTOMER } from '../../src/domain/actor';
import { apply } from '../../src/domain/order/apply';
import type { OrderState } from '../../src/domain/order/state';
import { storyOf } from '../../src/domain/order/start';
import { DAY, HOUR } from '../../src/domain/time';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import * as messages from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';
import { createOffice } from './theatre';

/** What meets a story at its edges: commands that come with its start, while it comes back, after it was cancelled. */
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

test('what is sent together with the start is heard when the story has begun', async () => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  await working(office.activities, async (place) => {
    const { start, handle } = starting(place, paidOrder(order));
    const deposit = { ...head('deposit'), seats: [1] };
    await env.client.workflow.executeUpdateWithStart(messages.depositProof, { args: [deposit], startWorkflowOperation: start });
    await handle().terminate();
  });
  expect(office.of(order).map(({ event }) => event.kind)).toEqual(['started', 'proof-deposited']);
  expect(office.of(order).at(-1)?.state).toMatchObject({ deadlinePassed: false, releases: 0 });
});

test('the tickets that a decision releases while the story looks for unsent letters are handed over once', async () => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  const looked = gate();
  const released = gate();
  const handed: string[] = [];
  const activities = {
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
  await working(activities, async (place) => {
    const { start, handle } = starting(place, underReview(order));
    await env.client.workflow.executeUpdateWithStart(messages.decide, {
      args: [{ ...head('decide'), answers: [{ seats: 'all', kind: 'approve' }] }],
      startWorkflowOperation: start,
    });
    // Refused, and answered after the story has heard which letters are unsent.
    const tooLate = handle().executeUpdate(messages.withdrawProof, { args: [{ ...head('withdraw'), seat: 1 }] });
    await expect(tooLate).rejects.toMatchObject({ cause: { type: 'Refusal' } });
    looked.open();
    await handle().terminate();
  });
  expect(handed.filter((key) => key.startsWith('tickets:'))).toEqual([`tickets:${order}:1`]);
});

test.each([
  ['refused by its host before the story came back', [1], 'failed'],
  ['sent before the story came back', [], 'sent'],
] as const)('a letter with tickets that was %s is told so', async (_what, failed, delivery) => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  const at = Date.now();
  const answers = [{ seats: 'all', kind: 'approve' }] as const;
  const released = apply(underReview(order), { kind: 'decided', ...head('decide'), at, answers }).state;
  expect(released.seats[0]?.delivery).toBe('ready');
  const activities = { ...office.activities, failedReleases: () => Promise.resolve(failed) };
  await working(activities, async (place) => {
    const { start, handle } = starting(place, released);
    const undo = env.client.workflow.executeUpdateWithStart(messages.undo, { args: [head('undo')], startWorkflowOperation: start });
    await expect(undo).rejects.toMatchObject({ cause: { type: 'Refusal' } });
    await until('the story to know', async () => office.of(order).length > 0);
    await handle().terminate();
  });
  expect(office.of(order).at(-1)?.state.seats[0]).toMatchObject({ delivery });
});

test('a story that comes back sends tickets again that read otherwise since their letter had been written', async () => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  const at = Date.now();
  const started = apply(paidOrder(order), { kind: 'started', at }).state;
  const onItsWay = apply(started, { kind: 'door-chosen', ...head('door'), seats: [1], at }).state;
  const inTheTill = { seat: 1, method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' };
  const settled = apply(onItsWay, { kind: 'difference-taken', ...head('take'), ...inTheTill, at }).state;
  const toldReleases = () => Promise.resolve([{ release: 1, seq: onItsWay.seq }]);
  await working({ ...office.activities, toldReleases }, async (place) => {
    const { start, handle } = starting(place, settled);
    const undo = env.client.workflow.executeUpdateWithStart(messages.undo, { args: [head('undo')], startWorkflowOperation: start });
    await expect(undo).rejects.toMatchObject({ cause: { type: 'Refusal' } });
    await until('the tickets to leave again', async () => office.kinds(order).includes('tickets-again'));
    await handle().terminate();
  });
  expect(office.of(order).at(-1)?.state.seats[0]).toMatchObject({ proof: 'upgraded', delivery: 'sent' });
});

test('a difference that is paid from home while its proof is checked settles the seat, and there is nothing left to check', async () => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  await working(office.activities, async (place) => {
    const { start, handle } = starting(place, paidOrder(order));
    const deposit = { ...head('deposit'), seats: [1] };
    await env.client.workflow.executeUpdateWithStart(messages.depositProof, { args: [deposit], startWorkflowOperation: start });
    await handle().signal(messages.paymentReceived, { payment: 9, upgradeOf: 1 });
    await until('the payment to be heard', async () => office.of(order).at(-1)?.state.seen.includes('payment-9'));
    const late = handle().executeUpdate(messages.decide, { args: [{ ...head('decide'), answers: [{ seats: [1], kind: 'approve' }] }] });
    await expect(late).rejects.toMatchObject({ cause: { type: 'Refusal', details: ['not-allowed-now', { seat: 1, state: 'upgraded' }] } });
    await handle().terminate();
  });
  expect(office.of(order).at(-1)?.state).toMatchObject({ seats: [{ proof: 'upgraded' }] });
  expect(office.of(order).at(-1)?.state).not.toHaveProperty('review');
  expect(office.kinds(order)).not.toContain('payment-refund');
});

test('an order that was cancelled in Temporal’s own pages still hears that its money has left', async () => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  await working(office.activities, async (place) => {
    const { start, handle } = starting(place, paidOrder(order));
    const deposit = { ...head('deposit'), seats: [1] };
    await env.client.workflow.executeUpdateWithStart(messages.depositProof, { args: [deposit], startWorkflowOperation: start });
    await handle().cancel();
    await until('the order to be cancelled', async () => office.of(order).at(-1)?.state.cancelled);
    const refunded = await handle().executeUpdate(messages.recordRefund, { args: [head('refund')] });
    expect(refunded).toMatchObject({ seq: office.of(order).length });
    await handle().result();
  });
  expect(office.of(order).at(-1)?.state).toMatchObject({ payment: 'refunded' });
});

test('an order or a seat whose people are inside is not given up; the entry taken back, it is', async () => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  office.inside.push(1);
  await working(office.activities, async (place) => {
    const { start, handle } = starting(place, underReview(order));
    await env.client.workflow.executeUpdateWithStart(messages.decide, {
      args: [{ ...head('decide'), answers: [{ seats: 'all', kind: 'approve' }] }],
      startWorkflowOperation: start,
    });
    const cancel = () => handle().executeUpdate(messages.cancel, { args: [head(`cancel-${randomUUID()}`)] });
    const revoke = handle().executeUpdate(messages.revoke, { args: [{ ...head('revoke'), seat: 1, reason: 'unreadable' }] });
    for (const refused of [revoke, cancel()])
      await expect(refused).rejects.toMatchObject({ cause: { type: 'Refusal', details: ['already-entered', { seat: 1 }] } });
    expect(await handle().query(messages.orderState)).toMatchObject({ cancelled: false, seats: [{ proof: 'approved' }] });
    office.inside.length = 0;
    await cancel();
    expect(await handle().query(messages.orderState)).toMatchObject({ cancelled: true });
    await handle().terminate();
  });
});

test('« Cancel » in Temporal’s own pages cancels nothing while somebody is inside', async () => {
  const office = createOffice();
  const order = '7K2M-4Q9T';
  let asked = 0;
  const stopAtDoor = () => Promise.resolve((asked += 1) > 0 ? [1] : []);
  await working({ ...office.activities, stopAtDoor }, async (place) => {
    const { start, handle } = starting(place, paidOrder(order));
    const deposit = { ...head('deposit'), seats: [1] };
    await env.client.workflow.executeUpdateWithStart(messages.depositProof, { args: [deposit], startWorkflowOperation: start });
    await handle().cancel();
    await until('the door to be asked', async () => asked > 0);
    expect(await handle().query(messages.orderState)).toMatchObject({ cancelled: false });
    await handle().terminate();
  });
});

const head = (command: string) => ({ command, by: { role: 'reviewer', id: 1 }, door: 'mail' }) as const;

interface Place {
  readonly taskQueue: string;
}

/** Runs a worker on a queue of its own for as long as the play lasts. */
async function working(activities: object, play: (place: Place) => Promise<void>): Promise<void> {
  const taskQueue = `orders-${randomUUID()}`;
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? '';
  const worker = await Worker.create({ connection: env.nativeConnection, namespace, taskQueue, workflowBundle, activities });
  await worker.runUntil(play({ taskQueue }));
}

function starting({ taskQueue }: Place, state: OrderState) {
  const workflowId = `${messages.orderWorkflowId(state.order)}-${taskQueue}`;
  const start = new WithStartWorkflowOperation<typeof orderWorkflow>('orderWorkflow', {
    ...{ taskQueue, workflowId, args: [state] },
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return { start, handle: () => env.client.workflow.getHandle<typeof orderWorkflow>(workflowId) };
}

/** One student, no undo window. */
function paidOrder(order: string): OrderState {
  const now = Date.now();
  const performanceAt = now + 20 * DAY;
  return storyOf({
    ...{ order, venue: 1, paidAt: now, performanceAt, overAt: performanceAt + 3 * HOUR, payment: 'paid' },
    policy: { ...DEFAULT_POLICY, undoMs: 0, gatherMs: 0 },
    seats: [{ no: 1, needsProof: true }],
  });
}

/** As the record has it, the proof sent. */
function underReview(order: string): OrderState {
  const { state } = apply(paidOrder(order), { kind: 'started', at: Date.now() });
  const sent = { command: 'deposit', by: CUSTOMER, door: 'customer-area', seats: [1], at: Date.now() } as const;
  return apply(state, { kind: 'proof-deposited', ...sent }).state;
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
