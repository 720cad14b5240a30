import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SeatNo } from '../domain/decision/decision';
import type { Answer, Question } from './in-time-worker';
import { headOfMail } from './read-mail';
import type { ReadMail } from './read-mail';
import type { MailWords, Understood } from './understand';

/** Reads mails in a thread of its own, ended when one takes too long: the mails after it are not delayed. */
export interface TimedReader {
  /** A mail that takes too long, or too much memory, comes back `unreadable`, as a broken one does. */
  read(raw: Buffer): Promise<ReadMail>;
  /** Words that take too long are `unclear`. */
  understand(words: MailWords, listed?: readonly SeatNo[]): Promise<Understood>;
  close(): Promise<void>;
}

export interface TimeLimits {
  readonly readMs: number;
  readonly understandMs: number;
}

type Given = Exclude<Answer, { kind: 'ready' }>;

export function createTimedReader(limits: TimeLimits = { readMs: 3_000, understandMs: 3_000 }): TimedReader {
  let thread: Promise<Worker> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** Twice: a machine that stood still for a moment has not read a mail, and the mail is not to blame. */
  async function ask(question: Question, ms: number): Promise<Given | undefined> {
    return (await askOnce(question, ms)) ?? askOnce(question, ms);
  }

  async function askOnce(question: Question, ms: number): Promise<Given | undefined> {
    thread ??= startThread(() => {
      thread = undefined;
    });
    const worker = await thread;
    const given = await answerInTime(worker, question, ms);
    if (given === undefined) await worker.terminate();
    if (given?.kind === 'fault') throw new Error(`Reading a mail failed: ${given.message}`);
    return given;
  }

  /** One at a time, so that a thread that must end takes no other mail with it. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const result = turn.then(job);
    // Whoever asked gets the fault; the next in turn is not concerned.
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    read: (raw) =>
      inTurn(async () => {
        const given = await ask({ kind: 'read', raw }, limits.readMs);
        return given?.kind === 'read' ? given.mail : headOfMail(raw, { kind: 'unreadable', why: `not read within ${limits.readMs} ms` });
      }),
    understand: (words, listed) =>
      inTurn(async () => {
        const given = await ask({ kind: 'understand', words, ...(listed && { listed }) }, limits.understandMs);
        return given?.kind === 'understand' ? given.understood : { kept: '', meaning: { intent: 'unclear', decisions: [] } };
      }),
    close: () =>
      inTurn(async () => {
        await (await thread)?.terminate();
      }),
  };
}

const MEMORY_MB = 512;

/** Beside this file, compiled or not: from its TypeScript source the thread needs tsx as its parent has it. */
async function startThread(onEnd: () => void): Promise<Worker> {
  const extension = extname(__filename);
  const worker = new Worker(join(__dirname, `in-time-worker${extension}`), {
    ...(extension === '.ts' && { execArgv: ['--require', 'tsx/cjs'] }),
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  worker.once('exit', onEnd);
  await once(worker, 'message');
  // It ends with an error when a mail takes too much memory: « exit » tells the one who asked, and the next gets a new thread.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

/** Nothing when the time is up, or the thread ended by itself. */
function answerInTime(worker: Worker, question: Question, ms: number): Promise<Given | undefined> {
  return new Promise((resolve) => {
    const settle = (given?: Given) => {
      clearTimeout(timer);
      worker.off('message', tell);
      worker.off('exit', giveUp);
      resolve(given);
    };
    const tell = (given: Answer) => given.kind !== 'ready' && settle(given);
    const giveUp = () => settle();
    const timer = setTimeout(giveUp, ms);
    worker.on('message', tell);
    worker.on('exit', giveUp);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(question);
  });
}
