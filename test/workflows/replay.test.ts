import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { HISTORIES, STANDING, THIS_RELEASE } from './record-histories';
import { plantedBundle } from './planted';
import { SCENARIOS } from './scenarios';

/** Orders live for months: today's workflows must be able to go on with every story that an earlier release has begun. */
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger });

const files = readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

interface Replayed {
  readonly file: string;
  readonly error: Error | undefined;
}

async function replay(workflowBundle: WorkflowBundle, names: readonly string[]): Promise<readonly Replayed[]> {
  const histories = names.map((file) => ({
    workflowId: file,
    history: historyFromJSON(JSON.parse(readFileSync(join(HISTORIES, file), 'utf8'))),
  }));
  const replayed: Replayed[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    replayed.push({ file: workflowId, error });
  }
  return replayed;
}

test('every scenario was recorded with this release', () => {
  const recorded = readdirSync(THIS_RELEASE).map((file) => basename(file, '.json'));
  expect(recorded.toSorted()).toEqual([...Object.keys(SCENARIOS), ...STANDING].toSorted());
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
