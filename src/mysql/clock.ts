import { performance } from 'node:perf_hooks';
import type { Knex } from 'knex';
import type { Clock } from '../ports/clock';
import { computed, firstOf } from './rows';

interface Needs {
  readonly knex: Knex;
  readonly warn: (what: string, fault: unknown) => void;
  readonly everyMs?: number;
}

export interface DatabaseClock extends Clock {
  /** Asks the database what time it is, and asks again now and then. */
  start(): Promise<void>;
  stop(): void;
}

/**
 * The clock that all processes share: the database's. Between two answers time is told by a counter that no change of the
 * machine's clock moves. Before the first answer there is only the machine's; nothing can be written then either.
 */
export function createDatabaseClock({ knex, warn, everyMs = 30_000 }: Needs): DatabaseClock {
  let ahead: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    now: () => new Date(ahead === undefined ? Date.now() : performance.now() + ahead).toISOString(),

    async start() {
      await agree();
      timer ??= setInterval(() => void agree().catch((fault: unknown) => warn('the database did not tell the time', fault)), everyMs);
      timer.unref();
    },

    stop: () => clearInterval(timer),
  };

  /** An answer that took long tells the time of its middle badly: the one of before is better. */
  async function agree(): Promise<void> {
    const asked = performance.now();
    const row = await firstOf(knex.queryBuilder(), { at: computed<Date>(knex.raw('utc_timestamp(3)')) });
    const answered = performance.now();
    if (!row) throw new Error('The database did not tell the time.');
    if (ahead === undefined || answered - asked < LONG_MS) ahead = row.at.getTime() - (asked + answered) / 2;
  }
}

const LONG_MS = 1000;
