import type { Client } from '@temporalio/client';
import { createAskStories } from '../../src/temporal/ask-stories';
import { connectLazily } from '../../src/temporal/connect';

const ADDRESS = process.env['TEMPORAL_ADDRESS'] ?? '';

async function answer(where: { readonly address?: string; readonly namespace: string }, patienceMs = 60_000) {
  const client: Client = connectLazily({ address: ADDRESS, tls: false, ...where });
  try {
    return await createAskStories(client, patienceMs)();
  } finally {
    await client.connection.close();
  }
}

test('Temporal answers for a namespace that has our search attributes, and says what another one lacks', async () => {
  expect(await answer({ namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'contremarque' })).toBe('ok');
  expect(await answer({ namespace: 'nobody-made-it' })).toBe('no-namespace');
  expect(await answer({ namespace: 'temporal-system' })).toBe('no-search-attributes');
});

test('a server that is away is not taken for one that answers', async () => {
  await expect(answer({ address: '127.0.0.1:9', namespace: 'contremarque' }, 300)).rejects.toThrow(/UNAVAILABLE|DEADLINE/);
});
