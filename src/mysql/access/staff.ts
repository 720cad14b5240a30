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

export function createStaff({ knex }: { readonly knex: Knex }): Staff {
  return {
    byEmail: (email) => find({ email: email.trim().toLowerCase() }),
    byId: (id) => find({ id }),

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

  async function find(where: { readonly email: string } | { readonly id: number }): Promise<StaffMember | undefined> {
    const row: Row | undefined = await knex('staff').where(where).first();
    if (!row) return undefined;
    const { id, name, email, role } = row;
    return { id, name, email, role, passwordHash: row.password_hash, totpSecret: row.totp_secret };
  }
}
