import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SeatNo } from '../../domain/decision';
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

type Unnumbered =
  | { readonly kind: 'read'; readonly raw: Uint8Array }
  | { readonly kind: 'understand'; readonly words: MailWords; readonly listed?: readonly SeatNo[] };

export function createTimedReader(limits: TimeLimits = { readMs: 10_000, understandMs: 1_000 }): TimedReader {
  let thread: Promise<Worker> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function ask(question: Unnumbered, ms: number): Promise<Exclude<Answer, { kind: 'ready' }> | undefined> {
    thread ??= startThread();
    const worker = await thread;
    const given = await answerInTime(worker, { ...question, id: 0 }, ms);
    if (given === undefined) {
      thread = undefined;
      await worker.terminate();
    }
    if (given?.kind === 'fault') throw new Error(`Reading a mail failed: ${given.message}`);
    return given;
  }

  /** One at a time, so that a thread that must end takes no other mail with it. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const result = turn.then(job);
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
        thread = undefined;
      }),
  };
}

const MEMORY_MB = 512;

/** Beside this file, compiled or not: from its TypeScript source the thread needs tsx as its parent has it. */
async function startThread(): Promise<Worker> {
  const extension = extname(__filename);
  const worker = new Worker(join(__dirname, `in-time-worker${extension}`), {
    ...(extension === '.ts' && { execArgv: ['--require', 'tsx/cjs'] }),
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  await once(worker, 'message');
  worker.unref();
  return worker;
}

/** Nothing when the time is up, or the thread ended by itself. */
function answerInTime(worker: Worker, question: Question, ms: number): Promise<Exclude<Answer, { kind: 'ready' }> | undefined> {
  return new Promise((resolve) => {
    const settle = (given?: Answer) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A thread that ends while nobody asks is replaced at the next question.
      worker.on('error', () => undefined);
      resolve(given?.kind === 'ready' ? undefined : given);
    };
    const timer = setTimeout(() => settle(), ms);
    worker.on('message', (given: Answer) => settle(given));
    worker.on('error', () => settle());
    worker.on('exit', () => settle());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(question);
  });
}
