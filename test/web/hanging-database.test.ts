import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import request from 'supertest';
import { readConfig } from '../../src/entry/config';
import { webNeeds } from '../../src/entry/web';
import { createWorld } from '../../src/entry/wire';
import { FOR_PAGES } from '../../src/mysql/database';
import { createApp } from '../../src/web/app';
import { freshDatabase } from '../mysql/fresh-database';
import { openLine } from '../mysql/silent-line';

/** Less than a minute, which the process would wait by itself; more than the eight seconds of a page, for the machine may be busy. */
const PATIENCE_MS = 30_000;

test('a database that hangs is told on a page, to a program and to whoever asks whether we are ready, long before they give up', async () => {
  const database = await freshDatabase();
  const line = await openLine(database.url);
  const config = readConfig({
    ...process.env,
    ...{ DATABASE_URL: line.url, PROOF_DIR: tmpdir(), MASTER_KEY: randomBytes(32).toString('hex') },
    ...{ PUBLIC_URL: 'http://127.0.0.1:8080', LOG_LEVEL: 'silent' },
  });
  const world = createWorld(config, FOR_PAGES);
  const server = createServer(createApp(webNeeds(world, config))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    expect((await request(server).get('/api/performances')).status).toBe(200);
    line.hang();
    const asked = ['/', '/api/performances', '/readyz'].map(async (path) => {
      const began = performance.now();
      const { status } = await request(server).get(path);
      return { path, status, inTime: performance.now() - began < PATIENCE_MS };
    });
    expect(await Promise.all(asked)).toEqual(['/', '/api/performances', '/readyz'].map((path) => ({ path, status: 503, inTime: true })));
  } finally {
    server.close();
    await world.close();
    await line.close();
    await database.drop();
  }
});
