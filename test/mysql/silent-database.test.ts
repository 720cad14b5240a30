import { once } from 'node:events';
import { createServer, connect as dial } from 'node:net';
import type { Socket } from 'node:net';
import { connect } from '../../src/mysql/database';

/** A line to the database that can fall silent without a word, as when its machine has vanished. */
async function openLine() {
  const database = new URL(process.env['DATABASE_URL'] ?? '');
  const { port, hostname } = database;
  const ends: Socket[] = [];
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    ends.push(near, far);
    for (const end of [near, far]) end.on('error', () => undefined);
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address and a port.');
  database.port = String(address.port);
  return {
    url: database.href,
    fallSilent: () => ends.splice(0).forEach((end) => end.unpipe().pause()),
    close: () => {
      ends.forEach((end) => end.destroy());
      server.close();
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
    line.close();
  }
});
