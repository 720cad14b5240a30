import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { freePort } from '../../local/ports';
import { until } from '../../local/demo/stage';
import { startProcess, untilAnswers } from '../../local/process';
import type { Running } from '../../local/process';
import { startStack } from '../../local/stack';
import type { Stack } from '../../local/stack';
import { removeStack } from '../../local/stack-folder';
import { connect } from '../../src/mysql/database';
import { migrate } from '../../src/mysql/migrate';
import { seedTheatre } from '../../src/mysql/seed/seed-theatre';
import { signedIn } from '../web/signed-in';

/** Web and worker as processes of their own, on a MariaDB of their own that is killed and started again under them. */
const stackName = `test-database-away-${process.pid}`;
const masterKey = randomBytes(32).toString('hex');
let stack: Stack;
let web: Running;
let worker: Running;
let site: string;
let health: string;

beforeAll(async () => {
  const { IMAP_URL, SMTP_URL } = process.env;
  const [bundle, started] = await Promise.all([
    bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index.ts'), logger: new DefaultLogger('ERROR') }),
    startStack({ name: stackName, headless: true, given: { IMAP_URL, SMTP_URL } }),
  ]);
  stack = started;
  writeFileSync(bundleFile(), bundle.code);
  await openHouse(stack.databaseUrl);
  await database().kill('SIGKILL');
  await temporal().kill('SIGKILL');
  const [webPort, workerPort] = [await freePort(), await freePort()];
  site = `http://127.0.0.1:${webPort}`;
  health = `http://127.0.0.1:${workerPort}`;
  const env = {
    ...process.env,
    ...stack.env,
    ...{ MASTER_KEY: masterKey, PUBLIC_URL: site, PORT: String(webPort), WORKER_PORT: String(workerPort), LOG_LEVEL: 'info' },
  };
  web = program('web', env);
  worker = program('worker', env);
  await untilAnswers(web, () => answer('/livez', 200));
});

afterAll(async () => {
  await Promise.all([web.stop(), worker.stop()]);
  await stack.stop();
  removeStack(stackName);
});

test('both start before their database and Temporal, say what they wait for, and work once it is there', async () => {
  await untilAnswers(worker, () => logged('worker', 'waiting for the database'));
  await untilAnswers(web, () => logged('web', 'waiting for the database'));
  expect((await fetch(`${site}/readyz`)).status).toBe(503);
  await database().start();
  await untilAnswers(worker, () => logged('worker', 'waiting for Temporal'));
  await temporal().start();
  await untilAnswers(web, () => answer('/readyz', 200));
  await untilAnswers(worker, async () => (await fetch(`${health}/readyz`)).ok || Promise.reject(new Error('not ready')));
  await answer('/', 200);
  expect(logOf('web')).toContain('walls around the reading of proofs');
});

/** Another worker beside the first. */
function second(log: string, env: NodeJS.ProcessEnv): Running {
  return program('worker', { ...process.env, ...stack.env, MASTER_KEY: masterKey, PUBLIC_URL: site, ...env }, log);
}

test('a worker whose health port is taken says so and ends, so that it can be started anew', async () => {
  const twin = second('twin', { WORKER_PORT: new URL(health).port });
  await until('the twin to end', () => Promise.resolve(twin.outcome()));
  expect(twin.outcome()).toBe('ended with exit code 1');
  expect(logOf('twin')).toContain('EADDRINUSE');
});

test('a worker whose namespace is not made yet waits for it', async () => {
  const early = second('early', { TEMPORAL_NAMESPACE: 'not-made-yet', WORKER_PORT: String(await freePort()) });
  await untilAnswers(early, () => logged('early', 'waiting for Temporal'));
  expect(early.outcome()).toBeUndefined();
  await early.stop();
});

test('a visitor whose session cannot be read is told to come again, and nobody else is thrown out', async () => {
  const headers = { cookie: await sessionCookie(stack.databaseUrl) };
  expect((await fetch(`${site}/guichet`, { headers, redirect: 'manual' })).status).toBe(200);
  await database().kill('SIGKILL');
  const answers = await Promise.all(Array.from({ length: 12 }, () => fetch(`${site}/guichet`, { headers, redirect: 'manual' })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  expect(answers[0]?.headers.get('retry-after')).toBe('15');
  // A page that needs no record: who asks for what is not there hears just that.
  await answer('/aucune-page', 404);
  const api = await fetch(`${site}/api/performances`);
  expect([api.status, await api.json()]).toMatchObject([503, { code: 'unavailable', facts: { seconds: 15 } }]);
  await database().start();
  await untilAnswers(web, () => answer('/readyz', 200));
  expect((await fetch(`${site}/guichet`, { headers, redirect: 'manual' })).status).toBe(200);
});

test('killed three times under visitors, the database takes neither process with it', async () => {
  const headers = { cookie: await sessionCookie(stack.databaseUrl) };
  const closing = new AbortController();
  const statuses = new Set<number>();
  const visiting = Array.from({ length: 8 }, async () => {
    while (!closing.signal.aborted) statuses.add((await fetch(`${site}/guichet`, { headers, redirect: 'manual' })).status);
  });
  for (let time = 0; time < 3; time += 1) {
    await database().kill('SIGKILL');
    await database().start();
    await untilAnswers(web, () => answer('/readyz', 200));
  }
  closing.abort();
  await Promise.all(visiting);
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect([web.outcome(), worker.outcome()]).toEqual([undefined, undefined]);
  for (const name of ['web', 'worker']) expect(logOf(name)).not.toContain('a fault that nobody');
});

function database() {
  if (!stack.mariadb) throw new Error('The test needs a MariaDB that it may kill.');
  return stack.mariadb;
}

function temporal() {
  if (!stack.temporal) throw new Error('The test needs a Temporal that it may kill.');
  return stack.temporal;
}

function bundleFile(): string {
  return join(stack.dir, 'workflows.js');
}

function program(name: 'web' | 'worker', env: NodeJS.ProcessEnv, log: string = name): Running {
  const what = name === 'web' ? [join('src', 'entry', 'cli.ts'), 'web'] : [require.resolve('./worker-apart.ts'), bundleFile()];
  const args = ['--import', 'tsx', ...what];
  return startProcess({ name, command: process.execPath, args, cwd: process.cwd(), log: logFile(log), env });
}

function logFile(name: string): string {
  return join(stack.dir, `${name}.log`);
}

function logOf(name: string): string {
  return readFileSync(logFile(name), 'utf8');
}

async function logged(name: string, words: string): Promise<void> {
  if (!logOf(name).includes(words)) throw new Error(`${name} has not said « ${words} ».`);
}

async function answer(path: string, status: number): Promise<void> {
  const got = await fetch(`${site}${path}`);
  if (got.status !== status) throw new Error(`${path} answers ${got.status}.`);
}

async function openHouse(url: string): Promise<void> {
  const knex = connect(url);
  await migrate(knex);
  await seedTheatre(knex, { now: new Date().toISOString(), policy: {} });
  await knex.destroy();
}

async function sessionCookie(url: string): Promise<string> {
  const knex = connect(url);
  const { cookie } = await signedIn(knex, { masterKey, role: 'reviewer' });
  await knex.destroy();
  return cookie;
}
