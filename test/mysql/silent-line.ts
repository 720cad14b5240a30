import { once } from 'node:events';
import { createServer, connect as dial } from 'node:net';
import type { Socket } from 'node:net';

/** A line to the database that can fall silent without a word, as when its machine has vanished. */
export async function openLine(url = process.env['DATABASE_URL'] ?? '') {
  const database = new URL(url);
  const { port, hostname } = database;
  const ends = new Set<Socket>();
  let hangs = false;
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => undefined);
      if (!hangs) end.pipe(other);
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
    /** Whoever dials afterwards is taken, and hears nothing either. */
    hang: () => {
      hangs = true;
      ends.forEach((end) => end.unpipe().pause());
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      ends.forEach((end) => end.destroy());
      await closed;
    },
  };
}
