import { keptAddress } from '../../domain/mail-address';
import type { Knex } from 'knex';
import type { Secrets } from '../../ports/secrets';
import { insertedId } from '../rows';
import { insertAccount } from './insert-account';
import type { ApiKey, Staff, StaffMember } from '../../ports/staff';
import { inOneStatement, inTransaction } from '../transaction';

interface Needs {
  readonly knex: Knex;
  readonly secrets: Pick<Secrets, 'seal' | 'open'>;
}

/** Actors of the record (src/domain/actor.ts) that have names of their own. */
const NAMED = [
  { role: 'staff', table: 'staff' },
  { role: 'reviewer', table: 'reviewers' },
  { role: 'api-key', table: 'api_keys' },
] as const;

function idsOf(role: string, actors: readonly string[]): readonly number[] {
  return actors.filter((actor) => actor.startsWith(`${role}:`)).map((actor) => Number(actor.slice(role.length + 1)));
}

export function createStaff({ knex, secrets }: Needs): Staff {
  return {
    byEmail: (email) => find({ email: keptAddress(email) }),
    byId: (id) => find({ id }),
    names: createNames({ knex }),

    async add({ name, email, role, passwordHash, totpSecret }) {
      const row = { name, email: keptAddress(email), role, password_hash: passwordHash, totp_secret: sealed(totpSecret, secrets) };
      return inTransaction(knex, (trx) => insertAccount(trx, row));
    },

    async addApiKey({ name, role, hash, at }) {
      return inOneStatement(() => insertedId(knex, 'api_keys', { name, role, hash, created_at: new Date(at) }));
    },

    async apiKeyByHash(hash): Promise<ApiKey | undefined> {
      return knex('api_keys').where({ hash }).whereNull('revoked_at').first('id', 'name', 'role');
    },
  };

  async function find(where: { readonly email: string } | { readonly id: number }): Promise<StaffMember | undefined> {
    const row = await knex('staff')
      .where({ ...where, active: true })
      .first();
    if (!row) return undefined;
    const { id, name, email, role } = row;
    const totpSecret = opened(row.totp_secret, secrets);
    return { id, name, email, role, passwordHash: row.password_hash, totpSecret, accessVersion: row.access_version };
  }
}

/** Those who acted, by name. */
export function createNames({ knex }: { readonly knex: Knex }): Staff['names'] {
  return async (actors) => {
    const found = await Promise.all(NAMED.map(({ role, table }) => namesIn(table, idsOf(role, actors), role)));
    return Object.fromEntries(found.flat());
  };

  async function namesIn(
    table: (typeof NAMED)[number]['table'],
    ids: readonly number[],
    role: string,
  ): Promise<readonly (readonly [string, string])[]> {
    if (ids.length === 0) return [];
    const rows = await knex(table).whereIn('id', ids).select('id', 'name');
    return rows.map(({ id, name }) => [`${role}:${id}`, name] as const);
  }
}

/** Those of before lie in the clear until the next start. */
const SEALED = 'sealed:';

export function sealed(secret: string, secrets: Pick<Secrets, 'seal'>): string {
  return secret === '' ? '' : `${SEALED}${secrets.seal(secret)}`;
}

function opened(column: string, secrets: Pick<Secrets, 'open'>): string {
  return column.startsWith(SEALED) ? secrets.open(column.slice(SEALED.length)) : column;
}

/** Seals what an earlier version wrote in the clear. Returns how many there were. */
export async function sealOldSecrets({ knex, secrets }: Needs): Promise<number> {
  const rows = await knex('staff').whereNot({ totp_secret: '' }).where('totp_secret', 'not like', `${SEALED}%`).select('id', 'totp_secret');
  for (const { id, totp_secret } of rows) {
    await inOneStatement(() =>
      knex('staff')
        .where({ id, totp_secret })
        .update({ totp_secret: sealed(totp_secret, secrets) }),
    );
  }
  return rows.length;
}
