import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Attempts, Pace } from '../../ports/staff';
import type { Row } from '../schema/tables';
import { inOneStatement, inTransaction } from '../transaction';

type Key = Pick<Row<'attempts'>, 'door' | 'who_hash'>;

export function createAttempts({ knex }: { readonly knex: Knex }): Attempts & { sweep(now: string): Promise<number> } {
  return {
    /** Refused tries count too, but the window does not move: it is over when it said it would be. */
    async count(door, who, { max, windowSeconds, now }) {
      const at = new Date(now);
      const end = new Date(at.getTime() + windowSeconds * 1000);
      const window = await inTransaction(knex, (trx) => countOne(trx, keyOf(door, who), { at, end }));
      if (window.tries > max) throw tooMany(door, window.window_ends_at.getTime() - at.getTime());
    },

    async pace(door, who, pace) {
      const key = keyOf(door, who);
      const { tries, waits } = await inTransaction(knex, (trx) => paceOne(trx, key, pace));
      if (waits > 0) throw tooMany(door, waits);
      return tries;
    },

    async forgive(door, who, which) {
      const row = () => knex('attempts').where(keyOf(door, who));
      await inOneStatement(() => (which === 'all' ? row().delete() : row().where('tries', '>', 0).decrement('tries')));
    },

    /** Forgets the windows that are over. */
    sweep: (now) => inOneStatement(() => knex('attempts').where('window_ends_at', '<', new Date(now)).delete()),
  };
}

function keyOf(door: string, who: string): Key {
  return { door, who_hash: createHash('sha256').update(who).digest('hex') };
}

function tooMany(door: string, ms: number): Refusal {
  return new Refusal('too-many-tries', `Too many tries at ${door}.`, { seconds: Math.max(1, Math.ceil(ms / 1000)) });
}

/** Counting locks the row, so that each try reads its own number whatever the number of replicas. */
async function countOne(trx: Knex.Transaction, key: Key, { at, end }: { readonly at: Date; readonly end: Date }) {
  await trx('attempts')
    .insert({ ...key, tries: 1, window_ends_at: end })
    .onConflict(['door', 'who_hash'])
    // the tries first, while the end is still the old one
    .merge({
      tries: trx.raw('if(window_ends_at <= ?, 1, tries + 1)', [at]),
      window_ends_at: trx.raw('if(window_ends_at <= ?, ?, window_ends_at)', [at, end]),
    });
  const window = await trx('attempts').where(key).first('tries', 'window_ends_at', 'not_before');
  if (!window) throw new Error('A try that was just counted has gone.');
  return window;
}

/** A try that comes too early neither counts nor makes the pause longer. */
async function paceOne(trx: Knex.Transaction, key: Key, { free, longestSeconds, forgetSeconds, now }: Pace) {
  const at = new Date(now);
  await trx('attempts')
    .insert({ ...key, tries: 0, window_ends_at: at })
    .onConflict(['door', 'who_hash'])
    .merge(['door']);
  const row = await trx('attempts').where(key).forUpdate().first();
  const known = row && row.window_ends_at > at ? row : { tries: 0, not_before: null };
  const waits = known.not_before === null ? 0 : known.not_before.getTime() - at.getTime();
  if (waits > 0) return { tries: known.tries, waits };
  const tries = known.tries + 1;
  const pause = tries < free ? 0 : Math.min(longestSeconds, 2 ** (tries - free)) * 1000;
  await trx('attempts')
    .where(key)
    .update({
      tries,
      not_before: new Date(at.getTime() + pause),
      window_ends_at: new Date(at.getTime() + Math.max(forgetSeconds * 1000, pause)),
    });
  return { tries, waits: 0 };
}
