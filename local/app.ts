import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AUTHSERV_ID } from './authentication-results';
import { freePort, listensOn, onFreePort } from './ports';
import type { Running } from './process';
import { startProcess, untilAnswers } from './process';
import type { Stack } from './stack';

/** The program's command line. */
export const PROGRAM = join('bin', 'contremarque');

export interface App {
  readonly publicUrl: string;
  readonly env: NodeJS.ProcessEnv;
  readonly web: Part;
  readonly worker: Part;
  /** Runs one command of the program to its end and gives what it printed. */
  command(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** One process of the program, that can be killed and started again. */
interface Part {
  start(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  readonly log: string;
}

export interface AppOptions {
  readonly port?: number;
  /** Settings beside those of the stack. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of `contremarque seed` beside the usual ones. */
  readonly seed?: readonly string[];
}

/**
 * The program itself on a running stack: migrated and seeded, then web and worker, each until it answers. The port is looked for last,
 * and another one is taken when somebody else was quicker meanwhile.
 */
export async function startApp(stack: Stack, { port, env: more = {}, seed = [] }: AppOptions = {}): Promise<App> {
  const base = { ...process.env, ...stack.env, MASTER_KEY: masterKey(stack.dir), ...(stack.temporalUiUrl && { TEMPORAL_UI_URL: stack.temporalUiUrl }) }; // prettier-ignore
  const pictures = ['--logo', join('local', 'theatre', 'logo.png'), '--plan', join('local', 'theatre', 'plan.png')];
  const prepare = commandIn({ ...base, PUBLIC_URL: 'http://127.0.0.1', ...more });
  await prepare('migrate');
  await prepare('seed', '--authserv-id', AUTHSERV_ID, ...pictures, ...seed);
  return onFreePort((webPort) => startParts(stack.dir, { base, more, webPort }), port);
}

interface PartsNeeds {
  readonly base: NodeJS.ProcessEnv;
  readonly more: Readonly<Record<string, string>>;
  readonly webPort: number;
}

async function startParts(dir: string, { base, more, webPort }: PartsNeeds): Promise<App> {
  const workerPort = await freePort();
  const publicUrl = `http://127.0.0.1:${webPort}`;
  const env = { ...base, PUBLIC_URL: publicUrl, PORT: String(webPort), WORKER_PORT: String(workerPort), ...more };
  const web = part('web', { dir, env, port: webPort, health: '/livez' });
  const worker = part('worker', { dir, env, port: workerPort, health: '/readyz' });
  const stop = async () => {
    await Promise.all([web.stop(), worker.stop()]);
  };
  const outcomes = await Promise.allSettled([web.start(), worker.start()]);
  const fault = outcomes.find((outcome) => outcome.status === 'rejected');
  if (fault) {
    await stop();
    throw fault.reason;
  }
  return { publicUrl, env, web, worker, command: commandIn(env), stop };
}

function commandIn(env: NodeJS.ProcessEnv): App['command'] {
  return async (...args) => (await promisify(execFile)(process.execPath, [PROGRAM, ...args], { env })).stdout;
}

interface PartNeeds {
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  readonly health: string;
}

function part(name: 'web' | 'worker', { dir, env, port, health }: PartNeeds) {
  const log = join(dir, `${name}.log`);
  let running: Running | undefined;
  return {
    log,
    async start(): Promise<void> {
      const started = startProcess({ name, command: process.execPath, args: [PROGRAM, name], cwd: process.cwd(), log, env });
      running = started;
      await untilAnswers(started, () => ready(started.pid, { port, health }));
    },
    async kill(signal: NodeJS.Signals): Promise<void> {
      await running?.kill(signal);
    },
    async stop(): Promise<void> {
      await running?.stop();
    },
  };
}

async function ready(pid: number, { port, health }: { readonly port: number; readonly health: string }): Promise<void> {
  if (!listensOn(pid, port)) throw new Error(`It does not listen on port ${port} yet.`);
  const answer = await fetch(`http://127.0.0.1:${port}${health}`);
  if (!answer.ok) throw new Error(`${health} answers ${answer.status}.`);
}

/** Kept beside the stack's data, which it can read again only with it. */
function masterKey(dir: string): string {
  const file = join(dir, 'master.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
