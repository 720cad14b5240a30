import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AUTHSERV_ID } from './authentication-results';
import { freePort } from './ports';
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

/** The program itself on a running stack: migrated and seeded, then web and worker, each until it answers. */
export async function startApp(stack: Stack, { port, env: more = {}, seed = [] }: AppOptions = {}): Promise<App> {
  const webPort = await freePort(port);
  const workerPort = await freePort();
  const publicUrl = `http://127.0.0.1:${webPort}`;
  const env = {
    ...process.env,
    ...stack.env,
    MASTER_KEY: masterKey(stack.dir),
    PUBLIC_URL: publicUrl,
    PORT: String(webPort),
    WORKER_PORT: String(workerPort),
    ...(stack.temporalUiUrl && { TEMPORAL_UI_URL: stack.temporalUiUrl }),
    ...more,
  };
  const command = async (...args: string[]) => (await promisify(execFile)(process.execPath, [PROGRAM, ...args], { env })).stdout;
  await command('migrate');
  const pictures = ['--logo', join('local', 'theatre', 'logo.png'), '--plan', join('local', 'theatre', 'plan.png')];
  await command('seed', '--authserv-id', AUTHSERV_ID, ...pictures, ...seed);
  const web = part('web', { dir: stack.dir, env, answers: () => ready(`${publicUrl}/livez`) });
  const worker = part('worker', { dir: stack.dir, env, answers: () => ready(`http://127.0.0.1:${workerPort}/readyz`) });
  const stop = async () => {
    await Promise.all([web.stop(), worker.stop()]);
  };
  try {
    await Promise.all([web.start(), worker.start()]);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { publicUrl, env, web, worker, command, stop };
}

interface PartNeeds {
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly answers: () => Promise<void>;
}

function part(name: 'web' | 'worker', { dir, env, answers }: PartNeeds) {
  const log = join(dir, `${name}.log`);
  let running: Running | undefined;
  return {
    log,
    async start(): Promise<void> {
      running = startProcess({ name, command: process.execPath, args: [PROGRAM, name], cwd: process.cwd(), log, env });
      await untilAnswers(running, answers);
    },
    async kill(signal: NodeJS.Signals): Promise<void> {
      await running?.kill(signal);
    },
    async stop(): Promise<void> {
      await running?.stop();
    },
  };
}

async function ready(url: string): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
}

/** Kept beside the stack's data, which it can read again only with it. */
function masterKey(dir: string): string {
  const file = join(dir, 'master.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
