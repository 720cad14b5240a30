import { once } from 'node:events';
import { createServer } from 'node:http';
import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createMailboxActivities } from '../../activities/mailbox';
import { createOrderActivities } from '../../activities/order';
import { createTidyActivities } from '../../activities/tidy';
import { MAILBOX_QUEUE, ORDERS_QUEUE } from '../../workflows/messages';
import { createCheckServices } from '../use-cases/check-services';
import { createTakeMailTurn } from '../use-cases/mail/take-mail-turn';
import { startStanding } from '../temporal/standing-runs';
import type { Config } from './config';
import { SECRETS_VISIBLE } from './config';
import { createDeeds } from './deeds';
import { temporalLogger } from './log';
import { ORDERS_TUNING } from './orders-tuning';
import { runTogether } from './run-together';
import { stopSignal } from './stop-signal';
import { surviveFaults } from './survive-faults';
import { untilItAnswers } from './until-it-answers';
import type { World } from './wire';
import { createWorld } from './wire';

const WATCH_MS = 15_000;
const CHECK_MS = 60_000;
/** Longer than any of its questions may take. */
const CHECK_PATIENCE_MS = 15_000;
const GRACE = '15s';
const FORCE = '30s';
const BUILT = { codePath: join(__dirname, '..', '..', 'workflow-bundle.js') };

/** The worker of both queues, until a signal ends it. */
export async function runWorker(config: Config, workflowBundle?: WorkflowBundleOption): Promise<void> {
  const world = createWorld(config);
  surviveFaults(world.log);
  if (config.secretsVisible) world.log.warn(SECRETS_VISIBLE);
  Runtime.install({ logger: temporalLogger(world.log) });
  const stopping = stopSignal();
  const stopChecking = keepChecking(world);
  try {
    const connection = await whenAllAnswer(world, config, stopping);
    await work(world, { config, connection, stopping, workflowBundle });
  } catch (fault) {
    // Told to stop while it waited: there is nothing to finish.
    if (!(stopping.aborted && fault instanceof Error && fault.name === 'AbortError')) throw fault;
  } finally {
    stopChecking();
    await world.close();
  }
}

/** From the start, also while something is waited for: how the services answer is what a house wants to know then. */
function keepChecking(world: World): () => void {
  const checkServices = createCheckServices({ ...world, patienceMs: CHECK_PATIENCE_MS });
  const checks = setInterval(() => void checkServices(), CHECK_MS);
  void checkServices();
  return () => clearInterval(checks);
}

async function whenAllAnswer(world: World, config: Config, ends: AbortSignal): Promise<NativeConnection> {
  await untilItAnswers('the database', () => world.clock.start(), { log: world.log, ends });
  return untilItAnswers('Temporal', () => openNamespace(config), { log: world.log, ends });
}

/** A server that answers may not have made its namespaces yet. */
async function openNamespace({ TEMPORAL_ADDRESS, TEMPORAL_TLS, TEMPORAL_NAMESPACE }: Config): Promise<NativeConnection> {
  const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS, tls: TEMPORAL_TLS });
  try {
    await connection.workflowService.describeNamespace({ namespace: TEMPORAL_NAMESPACE });
    return connection;
  } catch (fault) {
    await connection.close();
    throw fault;
  }
}

async function work(world: World, parts: Parts): Promise<void> {
  const { config, connection } = parts;
  const workers: Worker[] = [];
  try {
    // Before the workers, which nothing ends that have not run: where the port is taken the process ends, and is started anew.
    const health = await serveHealth(world, config, workers);
    try {
      workers.push(...(await createWorkers(world, parts)));
      await runStanding(world, config, workers);
    } finally {
      health.close();
    }
  } finally {
    await connection.close();
  }
}

async function runStanding(world: World, config: Config, workers: readonly Worker[]): Promise<void> {
  const watch = setInterval(() => void keepStanding(world, config), WATCH_MS);
  await keepStanding(world, config);
  try {
    await runTogether(workers);
  } finally {
    clearInterval(watch);
  }
}

interface Parts {
  readonly config: Config;
  readonly connection: NativeConnection;
  /** Aborted when this process is told to stop. */
  readonly stopping: AbortSignal;
  /** The stories' code: the one that lies beside the built program when absent. */
  readonly workflowBundle?: WorkflowBundleOption | undefined;
}

/** The workers of both queues, on the adapters and use cases of this process. */
export async function createWorkers(world: World, parts: Parts): Promise<readonly Worker[]> {
  const { config, connection, stopping, workflowBundle = BUILT } = parts;
  const deeds = createDeeds(world, config);
  const common = { connection, namespace: config.TEMPORAL_NAMESPACE, shutdownGraceTime: GRACE, shutdownForceTime: FORCE } as const;
  const takeTurn = createTakeMailTurn({
    mailbox: world.mailbox,
    ledger: world.inboundMail,
    handleMail: deeds.handleMail,
    reader: world.mailReader,
    clock: world.clock,
    holder: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    leaseMs: config.MAILBOX_LEASE_SECONDS * 1000,
    idleMs: 45_000,
    beatMs: config.MAILBOX_LEASE_SECONDS * 250,
    warn: world.warn,
    stopping,
  });
  const orders = await Worker.create({
    ...common,
    taskQueue: ORDERS_QUEUE,
    workflowBundle,
    activities: {
      ...createOrderActivities({ storyRecord: world.storyRecord, sendLetters: deeds.sendLetters }),
      ...createTidyActivities({
        askProvider: deeds.askProvider,
        expireHolds: () => world.orders.expireHolds(world.clock.now()),
        tellMissingStories: async () => (await deeds.tellMissingStories(STORY_GRACE_MS)) + (await deeds.tellGivenProofs(PROOF_GRACE_MS)),
        sendStrayLetters: () => deeds.sendStrayLetters(LETTER_GRACE_MS),
        purgeProofs: deeds.purgeProofs,
        forgetOldRows: () => forgetOldRows(world),
      }),
    },
    ...ORDERS_TUNING,
  });
  const mailbox = await Worker.create({
    ...common,
    taskQueue: MAILBOX_QUEUE,
    workflowBundle,
    activities: createMailboxActivities({ takeTurn: (_account, beat, signal) => takeTurn(beat, signal) }),
    maxConcurrentActivityTaskExecutions: 2,
    maxCachedWorkflows: 10,
    stickyQueueScheduleToStartTimeout: ORDERS_TUNING.stickyQueueScheduleToStartTimeout,
    workflowThreadPoolSize: 1,
  });
  return [orders, mailbox];
}

/** Words, addresses and counts whose time has come. */
async function forgetOldRows({ oldRows, attempts, clock }: World): Promise<void> {
  await oldRows.forget(clock.now());
  await attempts.sweep(clock.now());
}

/** A letter of no story is being sent by whoever wrote it. */
const LETTER_GRACE_MS = 5000;

/** Whoever sent them waits for the answer of the story right now (PATIENCE_MS of src/temporal/order-runs.ts). */
const PROOF_GRACE_MS = 20_000;

/** A payment that was just stored is being told right now; the sweep leaves it that long. */
const STORY_GRACE_MS = 10_000;

/** Mailbox and housekeeping run always; a Temporal server that lost its file gets them back. */
async function keepStanding({ client, mailbox, warn }: World, config: Config): Promise<void> {
  try {
    await startStanding(client, {
      mailboxes: [mailbox.name],
      tidyEveryMs: config.TIDY_SECONDS * 1000,
      // a beat may come late, the lease must be over when another worker takes the mailbox up
      heartbeatSeconds: config.MAILBOX_LEASE_SECONDS + 2,
    });
  } catch (fault) {
    warn('mailbox and housekeeping not started yet', fault);
  }
}

async function serveHealth({ warn }: World, config: Config, workers: readonly Worker[]) {
  const server = createServer((_request, response) => {
    const ready = workers.length > 0 && workers.every((worker) => worker.getState() === 'RUNNING');
    response.writeHead(ready ? 200 : 503, { 'content-type': 'text/plain' }).end(ready ? 'ready' : 'not ready');
  });
  server.listen(config.WORKER_PORT, config.HOST);
  await once(server, 'listening');
  return server.on('error', (fault) => warn('a connection could not be taken', fault));
}
