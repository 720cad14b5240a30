import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account';
import { sayToPerson } from './say';

export type Command = {
  /** What people call it: it stands in every error. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly log: string;
  /** Who runs it: ourselves when absent. */
  readonly account?: Account;
  readonly env?: NodeJS.ProcessEnv;
};

export type Running = {
  readonly pid: number;
  readonly log: string;
  readonly name: string;
  /** How it ended, in words, or undefined while it runs. */
  outcome(): string | undefined;
  /** Sends the signal to the server and everything it started, and waits until it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Asks it to end, and insists after ten seconds. */
  stop(): Promise<void>;
};

const PATIENCE_MS = 10_000;
/** As many as a Go program prints of its stack after the line that says why it ended. */
const TAIL_LINES = 100;

/**
 * Starts a server that cannot outlive us. The kernel itself ends it when our process is gone, for whatever reason, `kill -9` included:
 * that is `setpriv --pdeathsig` (prctl(2), PR_SET_PDEATHSIG), which needs no supervisor that could be killed too. The signal is TERM, so
 * that a server still closes its files and its own children. A process group of its own keeps the terminal's Ctrl-C away from
 * it: the one who started the stack stops it in order.
 */
export function startProcess(command: Command): Running {
  const output = openSync(command.log, 'a');
  const wrapped = ['--pdeathsig', 'TERM', ...(command.account?.prefix ?? []), '--', command.command, ...command.args];
  const child = spawn('setpriv', wrapped, {
    cwd: command.cwd,
    env: command.env ?? process.env,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let outcome: string | undefined;
  let isAsked = false;
  const ended = new Promise<void>((resolve) => {
    const note = (words: string) => {
      outcome = words;
      if (!isAsked) sayToPerson(`${command.name} ${words}, unasked (${command.log})`);
      resolve();
    };
    child.once('error', (fault) => note(`could not be started: ${fault.message}`));
    child.once('exit', (code, signal) => note(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`));
  });
  const pid = child.pid ?? 0;
  const kill = async (signal: NodeJS.Signals) => {
    isAsked = true;
    signalGroup(pid, outcome, signal);
    await ended;
  };
  const stop = async () => {
    isAsked = true;
    signalGroup(pid, outcome, 'SIGTERM');
    await Promise.race([ended, pause(PATIENCE_MS, undefined, { ref: false })]);
    if (outcome === undefined) await kill('SIGKILL');
  };
  return { pid, log: command.log, name: command.name, outcome: () => outcome, kill, stop };
}

/** Waits until the server answers. It has ended, or the time is over: an error that carries the end of its log. */
export async function untilAnswers(server: Running, answers: () => Promise<unknown>, seconds = 120): Promise<void> {
  const end = Date.now() + seconds * 1000;
  let lastFault: unknown;
  while (Date.now() < end) {
    const outcome = server.outcome();
    if (outcome !== undefined) throw new Error(`${server.name} ${outcome}.\n${tail(server.log)}`);
    try {
      await answers();
      return;
    } catch (fault) {
      lastFault = fault; // not yet up: told only when the time is over
    }
    await pause(50);
  }
  const why = lastFault instanceof Error ? lastFault.message : String(lastFault);
  throw new Error(`${server.name} did not answer within ${seconds} s (${why}).\n${tail(server.log)}`);
}

function tail(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  return [`The end of ${log}:`, ...lines.slice(-TAIL_LINES)].join('\n');
}

function signalGroup(pid: number, outcome: string | undefined, signal: NodeJS.Signals): void {
  if (outcome !== undefined || pid === 0) return;
  process.kill(-pid, signal);
}
