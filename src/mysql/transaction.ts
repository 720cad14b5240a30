import type { Knex } from 'knex';

/** InnoDB undoes one of two transactions that wait for each other; whoever was undone asks again. */
const TRIES = 8;

/** All or nothing. `work` may run more than once, so it writes nothing outside the transaction. */
export async function inTransaction<T>(knex: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await knex.transaction(work);
    } catch (fault) {
      if (left === 0 || !isDeadlock(fault)) throw fault;
    }
  }
}

function isDeadlock(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ER_LOCK_DEADLOCK' || fault.code === 'ER_LOCK_WAIT_TIMEOUT');
}
