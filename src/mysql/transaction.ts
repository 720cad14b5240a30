import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { Busy } from '../domain/busy';

/** InnoDB undoes one of two transactions that wait for each other; whoever was undone asks again. */
const TRIES = 10;
const PATIENCE_MS = 15_000;
/** Each pause may be twice as long as the one before, and chance parts those who were undone together. */
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 640;

/**
 * All or nothing. `work` may run more than once, so it writes nothing outside the transaction. Throws `Busy` when it was
 * undone every time.
 */
export function inTransaction<T>(knex: Knex, work: (trx: Knex.Transaction) => PromiseLike<T>): Promise<T> {
  return again(() => knex.transaction(async (trx) => work(trx)));
}

/** What `work` would give, or what it refuses: all of it is done, and nothing kept. */
export function triedOnly<T>(knex: Knex, work: (trx: Knex.Transaction) => PromiseLike<T>): Promise<T> {
  return again(async () => {
    const trx = await knex.transaction();
    try {
      return await work(trx);
    } finally {
      await trx.rollback();
    }
  });
}

/** A statement alone is a transaction too: also housekeeping meets who is at work. `write` makes the statement anew each time. */
export function inOneStatement<T>(write: () => PromiseLike<T>): Promise<T> {
  return again(write);
}

async function again<T>(work: () => PromiseLike<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (fault) {
      if (!isDeadlock(fault)) throw fault;
      if (tries === TRIES || performance.now() > end) throw new Busy(fault);
      await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries));
    }
  }
}

function isDeadlock(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ER_LOCK_DEADLOCK' || fault.code === 'ER_LOCK_WAIT_TIMEOUT');
}
