import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Accounts } from '../../ports/accounts';
import type { Change } from '../../ports/settings/venue-settings';
import { toIso, toIsoOrNone } from '../column-values';
import { insertedId } from '../rows';
import type { RecordChange } from '../settings/record-change';
import { inTransaction } from '../transaction';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

/** Keys of programs; a revoked one keeps its name in the record. */
export function createKeys({ knex, recordChange }: Needs): Pick<Accounts, 'keys' | 'addKey' | 'revokeKey' | 'restoreKey'> {
  return {
    async keys() {
      const rows = await knex('api_keys').orderByRaw('revoked_at is not null, name, id');
      return rows.map(({ id, name, role, created_at, revoked_at }) => ({
        ...{ id, name, role },
        createdAt: toIso(created_at),
        revokedAt: toIsoOrNone(revoked_at),
      }));
    },

    addKey: ({ name, role, hash }, change) =>
      inTransaction(knex, async (trx) => {
        const id = await insertedId(trx, 'api_keys', { name, role, hash, created_at: new Date(change.at) });
        await recordChange(trx, { ...change, subject: subjectOf(id), before: undefined, after: { name, role } });
        return id;
      }),

    revokeKey: (id, change) => set(id, change, new Date(change.at)),
    restoreKey: (id, change) => set(id, change, null),
  };

  async function set(id: number, change: Change, revoked: Date | null): Promise<void> {
    await inTransaction(knex, async (trx) => {
      const row = await trx('api_keys').where({ id }).forUpdate().first();
      if (!row) throw new Refusal('key-not-found', `No key ${id}.`);
      // Said twice is said once: the first revocation keeps its time.
      if ((row.revoked_at === null) === (revoked === null)) return;
      await trx('api_keys').where({ id }).update({ revoked_at: revoked });
      const [before, after] = [row.revoked_at !== null, revoked !== null].map((is) => ({ name: row.name, role: row.role, revoked: is }));
      await recordChange(trx, { ...change, subject: subjectOf(id), before, after });
    });
  }
}

function subjectOf(id: number) {
  return { kind: 'api-key', id: String(id) };
}
