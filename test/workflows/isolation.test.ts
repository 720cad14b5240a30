import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { plantedBundle } from './planted';

/** What a module of workflow code keeps is one workflow's own; a bundler once made it everybody's (docs/temporal.md 4, row 4). */
Runtime.install({ logger: new DefaultLogger('ERROR') });

test('two workflows side by side share nothing that a module keeps', async () => {
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? '';
  const env = await TestWorkflowEnvironment.createFromExistingServer({ address: process.env['TEMPORAL_ADDRESS'] ?? '', namespace });
  const workflowBundle = await plantedBundle(`
    import { condition, defineSignal, setHandler } from '@temporalio/workflow';
    const seen = [];
    export async function guest(name) {
      seen.push(name);
      let leaving = false;
      setHandler(defineSignal('leave'), () => { leaving = true; });
      await condition(() => leaving);
      return seen;
    }
  `);
  const taskQueue = `guests-${randomUUID()}`;
  const worker = await Worker.create({ connection: env.nativeConnection, namespace, taskQueue, workflowBundle });
  const guests = ['Camille', 'Nadia', 'Samir'];
  const seen = await worker.runUntil(async () => {
    const arrived = guests.map((name) =>
      env.client.workflow.start('guest', { taskQueue, workflowId: `${taskQueue}-${name}`, args: [name] }),
    );
    const handles = await Promise.all(arrived);
    // All of them are in before the first one leaves.
    for (const handle of handles) await handle.query('__stack_trace');
    return Promise.all(handles.map(async (handle) => (await handle.signal('leave'), handle.result())));
  });
  await env.teardown();
  expect(seen).toEqual(guests.map((name) => [name]));
});
