import type { Knex } from 'knex';
import type { ApiKey, Role, Staff, StaffMember } from '../../ports/staff';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password_hash: string;
  readonly totp_secret: string;
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

export function createStaff({ knex }: { readonly knex: Knex }): Staff {
  return {
    byEmail: (email) => find({ email: email.trim().toLowerCase() }),
    byId: (id) => find({ id }),

    async names(actors) {
      const found = await Promise.all(NAMED.map(({ role, table }) => namesIn(table, idsOf(role, actors), role)));
      return Object.fromEntries(found.flat());
    },

    async add({ name, email, role, passwordHash, totpSecret }) {
      const row = { name, email: email.trim().toLowerCase(), role, password_hash: passwordHash, totp_secret: totpSecret };
      const [id = 0]: readonly number[] = await knex('staff').insert(row);
      return id;
    },

    async addApiKey({ name, role, hash, at }) {
      const [id = 0]: readonly number[] = await knex('api_keys').insert({ name, role, hash, created_at: new Date(at) });
      return id;
    },

    async apiKeyByHash(hash): Promise<ApiKey | undefined> {
      return knex('api_keys').where({ hash }).first('id', 'name', 'role');
    },
  };

  async function namesIn(table: string, ids: readonly number[], role: string): Promise<readonly (readonly [string, string])[]> {
    if (ids.length === 0) return [];
    const rows: readonly { readonly id: number; readonly name: string }[] = await knex(table).whereIn('id', ids).select('id', 'name');
    return rows.map(({ id, name }) => [`${role}:${id}`, name] as const);
  }

  async function find(where: { readonly email: string } | { readonly id: number }): Promise<StaffMember | undefined> {
    const row: Row | undefined = await knex('staff').where(where).first();
    if (!row) return undefined;
    const { id, name, email, role } = row;
    return { id, name, email, role, passwordHash: row.password_hash, totpSecret: row.totp_secret };
  }
}
