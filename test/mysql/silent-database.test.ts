import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, FOR_PAGES } from '../../src/mysql/database';
import { openLine } from './silent-line';

test('a database that has vanished without a word is given up, and asked anew once it is there', async () => {
  const line = await openLine();
  const knex = connect(line.url, { silentMs: 3000 });
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

test.each([
  ['whoever waits in front of a page', FOR_PAGES, 8000],
  ['everybody else', {}, 60_000],
])('%s gives a silent database up within a minute', async (_who, patience, silentMs) => {
  const line = await openLine();
  const knex = connect(line.url, patience);
  try {
    const connection: { readonly stream: Socket } = await knex.client.acquireConnection();
    expect(connection.stream.timeout).toBe(silentMs);
    await knex.client.releaseConnection(connection);
  } finally {
    await knex.destroy();
    await line.close();
  }
});

/** Asks once, and gives its connection up when it is told to; then nothing is left to do but to wait for the line's end. */
const GIVES_UP = `
  const { connect } = require('./src/mysql/database.ts');
  const knex = connect(process.argv[1], { silentMs: 3000 });
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
