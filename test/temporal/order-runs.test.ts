import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { Away, NotYetHeard } from '../../src/domain/away';
import { connectLazily } from '../../src/temporal/connect';
import { createOrderRuns } from '../../src/temporal/order-runs';
import { orderWorkflowId } from '../../workflows/messages';

const NAMESPACE = process.env['TEMPORAL_NAMESPACE'] ?? 'contremarque';
const HEAD = { command: randomUUID(), by: { role: 'api-key', id: 1 }, door: 'api' } as const;
let client: Client;

afterEach(() => client.connection.close());

test('Temporal that is away was sent nothing', async () => {
  client = connectLazily({ address: '127.0.0.1:9', namespace: NAMESPACE, tls: false });
  await expect(createOrderRuns(client).cancel('7K2M-4Q9T', HEAD)).rejects.toBeInstanceOf(Away);
  await expect(createOrderRuns(client).isRunning('7K2M-4Q9T')).rejects.toBeInstanceOf(Away);
});

test('a worker that is away may still obey what it was sent', async () => {
  client = connectLazily({ address: process.env['TEMPORAL_ADDRESS'] ?? '', namespace: NAMESPACE, tls: false });
  const order = `N${randomUUID().slice(0, 7)}`;
  const story = await client.workflow.start('orderWorkflow', { taskQueue: `nobody-${order}`, workflowId: orderWorkflowId(order) });
  try {
    await expect(createOrderRuns(client, 400).cancel(order, HEAD)).rejects.toBeInstanceOf(NotYetHeard);
  } finally {
    await story.terminate();
  }
});
