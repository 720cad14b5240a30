import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Attempts } from '../../ports/staff';

interface Row {
  readonly tries: number;
  readonly window_ends_at: Date;
}

/** Refused tries count too, but the window does not move: it is over when it said it would be. */
export function createAttempts({ knex }: { readonly knex: Knex }): Attempts & { sweep(now: string): Promise<number> } {
  return {
    async count(door, who, { max, windowSeconds, now }) {
      const key = { door, who_hash: createHash('sha256').update(who).digest('hex') };
      const at = new Date(now);
      await countOne(key, at, new Date(at.getTime() + windowSeconds * 1000));
      const row: Row | undefined = await knex('attempts').where(key).first('tries', 'window_ends_at');
      if (!row || row.tries <= max) return;
      const seconds = Math.max(1, Math.ceil((row.window_ends_at.getTime() - at.getTime()) / 1000));
      throw new Refusal('too-many-tries', `More than ${max} tries at ${door}.`, { seconds });
    },

    /** Forgets the windows that are over. */
    sweep: (now) => knex('attempts').where('window_ends_at', '<', new Date(now)).delete(),
  };

  // One statement, so that replicas share the count. The tries are set first, while the end is still the old one.
  async function countOne(key: { readonly door: string; readonly who_hash: string }, now: Date, end: Date): Promise<void> {
    await knex('attempts')
      .insert({ ...key, tries: 1, window_ends_at: end })
      .onConflict(['door', 'who_hash'])
      .merge({
        tries: knex.raw('if(window_ends_at <= ?, 1, tries + 1)', [now]),
        window_ends_at: knex.raw('if(window_ends_at <= ?, ?, window_ends_at)', [now, end]),
      });
  }
}
