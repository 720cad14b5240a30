import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { readConfig } from '../../../src/entry/config';
import { webNeeds } from '../../../src/entry/web';
import type { World } from '../../../src/entry/wire';
import { createWorld } from '../../../src/entry/wire';
import { seedTheatre } from '../../../src/mysql/seed/seed-theatre';
import { createApp } from '../../../src/web/app';
import { freshDatabase } from '../../mysql/fresh-database';
import { portOf } from '../sandbox';

export interface RealShop {
  readonly url: string;
  readonly world: World;
  /** The first performance of each show, by title. */
  performance(show: string): number;
  close(): Promise<void>;
}

/** The program itself on the seeded theatre: its sessions, baskets and orders lie in MariaDB. Each visitor says their own address. */
export async function openRealShop(settings: Readonly<Record<string, string>> = {}): Promise<RealShop> {
  const database = await freshDatabase();
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${portOf(server)}`;
  const config = readConfig({
    ...process.env,
    ...{ DATABASE_URL: database.url, PROOF_DIR: tmpdir(), MASTER_KEY: randomBytes(32).toString('hex'), PUBLIC_URL: url },
    ...{ LOG_LEVEL: 'silent', TRUSTED_PROXIES: '1', ...settings },
  });
  const world = createWorld(config);
  const { performances } = await seedTheatre(world.knex, { now: world.clock.now() });
  server.on('request', createApp(webNeeds(world, config)));
  return {
    ...{ url, world },
    performance(show) {
      const id = performances.find((one) => one.show === show)?.id;
      if (id === undefined) throw new Error(`Nothing plays ${show}.`);
      return id;
    },
    async close() {
      await new Promise((done) => server.close(done).closeAllConnections());
      await world.close();
      await database.drop();
    },
  };
}
