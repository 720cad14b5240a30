import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import type { InjectedSinks, WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { WorkflowInfo } from '@temporalio/workflow';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { Change } from '../../src/domain/order/change';
import { HISTORIES, STANDING, UNRELEASED } from './record-histories';
import { plantedBundle } from './planted';
import { SCENARIOS } from './scenarios';
import type { ToldChanges } from './told-changes';

/** Orders live for months: today's workflows must be able to go on with every story that an earlier release has begun. */
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger });

const WORKFLOWS = join(__dirname, '..', '..', 'workflows');
const files = readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

interface Replayed {
  readonly file: string;
  readonly error: Error | undefined;
}

async function replay(workflowBundle: WorkflowBundle, names: readonly string[], sinks = {}): Promise<readonly Replayed[]> {
  const histories = names.map((file) => ({
    workflowId: file,
    history: historyFromJSON(JSON.parse(readFileSync(join(HISTORIES, file), 'utf8'))),
  }));
  const replayed: Replayed[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle, sinks }, histories)) {
    replayed.push({ file: workflowId, error });
  }
  return replayed;
}

test('every scenario was recorded with today’s workflows', () => {
  const recorded = readdirSync(UNRELEASED).map((file) => basename(file, '.json'));
  expect(recorded.toSorted()).toEqual([...Object.keys(SCENARIOS), ...STANDING].toSorted());
});

/** A marker in the history says that it took the new way. */
function patchesTaken(file: string): readonly string[] {
  const { events = [] } = historyFromJSON(JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')));
  const markers = (events ?? []).map(({ markerRecordedEventAttributes: marker }) => marker?.details?.['patch-data']?.payloads?.[0]);
  return markers.flatMap((marker) => (marker ? [defaultPayloadConverter.fromPayload<{ readonly id: string }>(marker).id] : []));
}

test('both ways of every patch were recorded: the old one by a release, the new one since', () => {
  const code = readdirSync(WORKFLOWS).map((file) => readFileSync(join(WORKFLOWS, file), 'utf8'));
  const patches = [...code.join('').matchAll(/patched\('([^']+)'\)/g)].map(([, id = '']) => id);
  const taken = (of: (file: string) => boolean) => [...new Set(files.filter(of).flatMap(patchesTaken))].toSorted();
  expect(patches).not.toEqual([]);
  expect(taken((file) => file.startsWith('unreleased'))).toEqual(patches.toSorted());
  expect(taken((file) => file.startsWith('0.1.0'))).toEqual([]);
});

test.each([
  ['proof-replaced-under-review', 'gathered'],
  ['difference-paid-for-a-seat-at-the-door', 'checkedAtDoor'],
] as const)('a story that an earlier release told (%s) stays as it was told, one of today is told so', async (name, how) => {
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows/index.ts'),
    workflowInterceptorModules: [require.resolve('./told-changes.ts')],
    logger,
  });
  const told = new Map<string, Change[]>();
  const change = ({ workflowId }: WorkflowInfo, one: Change) => void told.set(workflowId, [...(told.get(workflowId) ?? []), one]);
  const sinks: InjectedSinks<ToldChanges> = { told: { change: { fn: change, callDuringReplay: true } } };
  const [old, today] = [`0.1.0/${name}.json`, `unreleased/${name}.json`];
  const replayed = await replay(workflowBundle, [old, today], sinks);
  expect(replayed.filter(({ error }) => error !== undefined)).toEqual([]);
  const ways = [old, today].map((file) => told.get(file)?.map(({ event }) => how in event));
  expect(ways.map((ofStory) => ofStory?.filter(Boolean).length)).toEqual([0, 1]);
  expect(ways[0]?.length).toBeGreaterThan(2);
});

test('every recorded story goes on with today’s workflows', async () => {
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts'), logger });
  expect(files).not.toEqual([]);
  const replayed = await replay(workflowBundle, files);
  expect(replayed.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(replayed.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
});

test('a workflow that was changed without care is found out', async () => {
  const changed = await plantedBundle(`
    import { proxyActivities } from '@temporalio/workflow';
    import { orderWorkflow as asItWas } from '../../../workflows/order';
    const { count } = proxyActivities({ startToCloseTimeout: '1m' });
    export async function orderWorkflow(state) {
      await count();
      await asItWas(state);
    }
  `);
  const [story] = await replay(
    changed,
    files.filter((file) => file.endsWith('full-price.json')),
  );
  expect(story?.error).toBeInstanceOf(DeterminismViolationError);
});
