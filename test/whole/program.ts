import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime } from '@temporalio/worker';
import { AUTHSERV_ID } from '../../local/authentication-results';
import type { Stack } from '../../local/stack';
import { startStack } from '../../local/stack';
import { removeStack } from '../../local/stack-folder';
import { readConfig } from '../../src/entry/config';
import type { Config } from '../../src/entry/config';
import { createDeeds } from '../../src/entry/deeds';
import type { Deeds } from '../../src/entry/deeds';
import { webNeeds } from '../../src/entry/web';
import { createWorld } from '../../src/entry/wire';
import type { World } from '../../src/entry/wire';
import { createWorkers } from '../../src/entry/worker';
import { seedTheatre } from '../../src/mysql/seed/seed-theatre';
import { createApp } from '../../src/web/app';
import { freshDatabase } from '../mysql/fresh-database';

/** The program as `src/entry` wires it, in this process: web and worker on a theatre, a Temporal and a mailbox of its own. */
export interface Program {
  readonly url: string;
  readonly config: Config;
  readonly world: World;
  readonly deeds: Deeds;
  /** Its own Temporal, to be killed and started again. */
  readonly temporal: NonNullable<Stack['temporal']>;
  /** Where that server keeps its file. */
  readonly temporalHome: string;
  /** Settings and stories of a worker in a process of its own. */
  readonly apart: { readonly env: NodeJS.ProcessEnv; readonly workflowBundle: WorkflowBundle };
  /** The next performance of Le Phare d’hiver, where seats are numbered. */
  readonly phare: number;
  close(): Promise<void>;
}

// A server that we kill on purpose is no news.
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger, telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } } });

export interface ProgramOptions {
  /** Nobody works until the test starts a worker of its own. */
  readonly workersApart?: boolean;
  readonly settings?: NodeJS.ProcessEnv;
}

/** `name` distinguishes test files, which run side by side. */
export async function openProgram(name: string, { workersApart = false, settings = {} }: ProgramOptions = {}): Promise<Program> {
  const { DATABASE_URL, IMAP_URL, SMTP_URL } = process.env;
  const stackName = `test-${name}-${process.pid}`;
  const [workflowBundle, database, stack] = await Promise.all([
    bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts'), logger }),
    freshDatabase(),
    startStack({ name: stackName, headless: true, given: { DATABASE_URL, IMAP_URL, SMTP_URL } }),
  ]);
  const { temporal } = stack;
  if (!temporal) throw new Error('The test needs a Temporal that it may kill.');
  const server = createServer();
  const proofs = mkdtempSync(join(tmpdir(), 'proofs-'));
  const inbox = `validation-${randomBytes(4).toString('hex')}@theatre-des-mariniers.example`;
  const env = {
    ...stack.env,
    DATABASE_URL: database.url,
    IMAP_URL: signedInAs(inbox, IMAP_URL),
    PROOF_DIR: proofs,
    MASTER_KEY: randomBytes(32).toString('hex'),
    PUBLIC_URL: await listening(server),
    LOG_LEVEL: 'silent',
    ...settings,
  };
  const config = readConfig(env);
  const phare = await openHouse(database.knex, inbox);
  const world = createWorld(config);
  server.on('request', createApp(webNeeds(world, config)));
  const working = workersApart ? undefined : await startWorking(world, { config, workflowBundle });
  return {
    ...{ url: config.PUBLIC_URL, config, world, temporal, phare, apart: { env, workflowBundle } },
    temporalHome: join(stack.dir, 'temporal'),
    deeds: createDeeds(world, config),
    async close() {
      await working?.stop();
      await new Promise((done) => server.close(done).closeAllConnections());
      await world.close();
      await database.drop();
      await stack.stop();
      removeStack(stackName);
      rmSync(proofs, { recursive: true, force: true });
    },
  };
}

/** Nothing waits but for people: decisions leave at once and reviewers are asked after each proof. */
async function openHouse(knex: World['knex'], inbox: string): Promise<number> {
  const authentication = { mode: 'ar', authservId: AUTHSERV_ID } as const;
  const now = new Date().toISOString();
  const { performances } = await seedTheatre(knex, { now, policy: { undoMs: 0, gatherMs: 0 }, authentication });
  await knex('venues').update({ inbox_address: inbox });
  return performances.find(({ show }) => show === 'Le Phare d’hiver')?.id ?? 0;
}

async function startWorking(
  world: World,
  { config, workflowBundle }: { readonly config: Config; readonly workflowBundle: WorkflowBundle },
) {
  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const stopping = new AbortController();
  const workers = await createWorkers(world, { config, connection, workflowBundle, stopping: stopping.signal });
  const working = Promise.all(workers.map((worker) => worker.run()));
  return {
    async stop(): Promise<void> {
      stopping.abort();
      for (const worker of workers) worker.shutdown();
      await working;
      await connection.close();
    },
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address and a port.');
  return `http://127.0.0.1:${address.port}`;
}

function signedInAs(user: string, server = ''): string {
  const url = new URL(server);
  url.username = encodeURIComponent(user);
  return url.href;
}
