import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Attempts } from '../../ports/staff';
import { inTransaction } from '../transaction';

interface Window {
  readonly tries: number;
  readonly window_ends_at: Date;
}

/** Refused tries count too, but the window does not move: it is over when it said it would be. */
export function createAttempts({ knex }: { readonly knex: Knex }): Attempts & { sweep(now: string): Promise<number> } {
  return {
    async count(door, who, { max, windowSeconds, now }) {
      const key = { door, who_hash: createHash('sha256').update(who).digest('hex') };
      const at = new Date(now);
      const window = await inTransaction(knex, (trx) => countOne(trx, key, { at, end: new Date(at.getTime() + windowSeconds * 1000) }));
      if (window.tries <= max) return;
      const seconds = Math.max(1, Math.ceil((window.window_ends_at.getTime() - at.getTime()) / 1000));
      throw new Refusal('too-many-tries', `More than ${max} tries at ${door}.`, { seconds });
    },

    /** Forgets the windows that are over. */
    sweep: (now) => knex('attempts').where('window_ends_at', '<', new Date(now)).delete(),
  };
}

/** Counting locks the row, so that each try reads its own number whatever the number of replicas. */
async function countOne(
  trx: Knex.Transaction,
  key: { readonly door: string; readonly who_hash: string },
  { at, end }: { readonly at: Date; readonly end: Date },
): Promise<Window> {
  await trx('attempts')
    .insert({ ...key, tries: 1, window_ends_at: end })
    .onConflict(['door', 'who_hash'])
    // the tries first, while the end is still the old one
    .merge({
      tries: trx.raw('if(window_ends_at <= ?, 1, tries + 1)', [at]),
      window_ends_at: trx.raw('if(window_ends_at <= ?, ?, window_ends_at)', [at, end]),
    });
  const window: Window | undefined = await trx('attempts').where(key).first('tries', 'window_ends_at');
  if (!window) throw new Error('A try that was just counted has gone.');
  return window;
}
