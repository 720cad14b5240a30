import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect as dial } from 'node:net';
import type { Socket } from 'node:net';
import { connect } from '../../src/mysql/database';

/** A line to the database that can fall silent without a word, as when its machine has vanished. */
async function openLine() {
  const database = new URL(process.env['DATABASE_URL'] ?? '');
  const { port, hostname } = database;
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => undefined);
      end.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address and a port.');
  database.port = String(address.port);
  return {
    url: database.href,
    /** Those who dial afterwards are answered. */
    fallSilent: () => ends.forEach((end) => end.unpipe().pause()),
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      ends.forEach((end) => end.destroy());
      await closed;
    },
  };
}

test('a database that has vanished without a word is given up, and asked anew once it is there', async () => {
  const line = await openLine();
  const knex = connect(line.url, { silentMs: 300 });
  try {
    await knex.raw('select 1');
    line.fallSilent();
    await expect(knex.raw('select 2')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    const [rows] = await knex.raw('select 3 as three');
    expect(rows).toEqual([{ three: 3 }]);
  } finally {
    await knex.destroy();
    await line.close();
  }
});

/** Asks once, and gives its connection up when it is told to; then nothing is left to do but to wait for the line's end. */
const GIVES_UP = `
  const { connect } = require('./src/mysql/database.ts');
  const knex = connect(process.argv[1], { silentMs: 300 });
  process.stdin.once('data', () => knex.destroy());
  knex.raw('select 1').then(() => process.stdout.write('asked'));`;

test('a connection that was given up and falls silent afterwards ends no process', async () => {
  const line = await openLine();
  const asking = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', GIVES_UP, line.url], { stdio: 'pipe' });
  const said = asking.stderr.setEncoding('utf8').toArray();
  try {
    await once(asking.stdout, 'data');
    line.fallSilent();
    asking.stdin.end('give up');
    const [code] = await once(asking, 'exit');
    expect([code, (await said).join('')]).toEqual([0, '']);
  } finally {
    asking.kill('SIGKILL');
    await line.close();
  }
});
