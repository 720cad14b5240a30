import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { faultName } from './log';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;

interface Waiting {
  readonly log: Pick<Logger, 'warn'>;
  /** Aborted when this process is told to stop: the wait ends with an AbortError. */
  readonly ends: AbortSignal;
}

/** At the start, what a process needs may not be there yet: tries until it is, and says so each time. */
export async function untilItAnswers<T>(what: string, ask: () => Promise<T>, { log, ends }: Waiting): Promise<T> {
  for (let ms = FIRST_PAUSE_MS; ; ms = Math.min(ms * 2, LONGEST_PAUSE_MS)) {
    try {
      return await ask();
    } catch (fault) {
      log.warn({ fault: faultName(fault), againInMs: ms }, `waiting for ${what}`);
      await pause(ms, undefined, { signal: ends });
    }
  }
}
