import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Account, AccountChange, Accounts } from '../../ports/accounts';
import type { Secrets } from '../../ports/secrets';
import { toIsoOrNone } from '../column-values';
import { columns, firstOf, type Selected } from '../rows';
import type { Row } from '../schema/tables';
import { insertAccount } from './insert-account';
import type { RecordChange } from '../settings/record-change';
import { inOneStatement, inTransaction } from '../transaction';
import { createKeys } from './keys';
import { sealed } from './staff';

interface Needs {
  readonly knex: Knex;
  readonly secrets: Pick<Secrets, 'seal'>;
  readonly recordChange: RecordChange;
}

/** What an account tells of itself. */
const ACCOUNT = columns('staff', 'id', 'name', 'email', 'role', 'active', 'password_hash', 'signed_in_at');

export function createAccounts({ knex, secrets, recordChange }: Needs): Accounts {
  return {
    ...createKeys({ knex, recordChange }),

    async list() {
      const rows = await knex('staff').orderBy([{ column: 'active', order: 'desc' }, 'name', 'id']);
      return rows.map(accountOf);
    },

    invite: (person, { hash, expiresAt }, change) =>
      inTransaction(knex, async (trx) => {
        const id = await addPerson(trx, person);
        await trx('staff_invitations').insert({ hash, staff_id: id, expires_at: new Date(expiresAt) });
        const { email, name, role } = person;
        await recordChange(trx, { ...change, subject: subjectOf(id), before: undefined, after: { name, email, role, active: true } });
        return id;
      }),

    change: (id, what, change) =>
      inTransaction(knex, async (trx) => {
        // One after the other, whomever they concern: two admins cannot retire each other.
        const admins = await trx('staff').where({ role: 'admin', active: true }).orderBy('id').forUpdate();
        const row = await trx('staff').where({ id }).forUpdate().first();
        if (!row) throw new Refusal('account-not-found', `No account ${id}.`);
        if (shutsOut(what) && !admins.some((one) => one.id !== id && one.password_hash !== '') && isAdmin(row))
          throw new Refusal('last-admin', 'Nobody would be left who can let others in.', what.role && { field: 'role' });
        if (isSoAlready(row, what)) return;
        await write(trx, { row, what, secrets });
        await recordChange(trx, { ...change, subject: subjectOf(id), ...told(row, what) });
      }),

    async invited(hash, now) {
      const open = knex('staff')
        .join('staff_invitations', 'staff_invitations.staff_id', 'staff.id')
        .where('staff_invitations.hash', hash)
        .where('staff.active', true)
        .whereNull('used_at')
        .where('expires_at', '>', new Date(now));
      const row = await firstOf(open, ACCOUNT);
      return row && accountOf(row);
    },

    accept: (hash, { passwordHash, totpSecret }, at) =>
      inTransaction(knex, async (trx) => {
        // The conditional update decides which of two came first.
        const open = trx('staff_invitations').where({ hash }).whereNull('used_at').where('expires_at', '>', new Date(at));
        if ((await open.update({ used_at: new Date(at) })) === 0) return undefined;
        const found = await trx('staff_invitations').where({ hash }).first('staff_id');
        const row = found && (await trx('staff').where({ id: found.staff_id, active: true }).forUpdate().first());
        if (!row) return undefined;
        const what = { passwordHash, totpSecret };
        await write(trx, { row, what, secrets });
        await recordChange(trx, { by: { role: 'staff', id: row.id }, door: 'desk', at, subject: subjectOf(row.id), ...told(row, what) });
        return row.id;
      }),

    async signedIn(id, at) {
      await inOneStatement(() =>
        knex('staff')
          .where({ id })
          .update({ signed_in_at: new Date(at) }),
      );
    },
  };
}

function accountOf({ id, name, email, role, active, password_hash, signed_in_at }: Selected<typeof ACCOUNT>): Account {
  return { id, name, email, role, active: Boolean(active), invited: password_hash === '', signedInAt: toIsoOrNone(signed_in_at) };
}

async function addPerson(trx: Knex.Transaction, { name, email, role }: Pick<Account, 'name' | 'email' | 'role'>): Promise<number> {
  return insertAccount(trx, { name, email, role, password_hash: '', totp_secret: '' });
}

function isAdmin({ role, active }: Row<'staff'>): boolean {
  return role === 'admin' && Boolean(active);
}

/** Nobody is shown out by what changes nothing. */
function isSoAlready(row: Row<'staff'>, { active, role, ...secret }: AccountChange): boolean {
  const same = (active ?? Boolean(row.active)) === Boolean(row.active) && (role ?? row.role) === row.role;
  return same && Object.values(secret).every((one) => one === undefined);
}

function shutsOut({ active, role, invitation }: AccountChange): boolean {
  return active === false || (role !== undefined && role !== 'admin') || invitation !== undefined;
}

interface Written {
  readonly row: Row<'staff'>;
  readonly what: AccountChange;
  readonly secrets: Pick<Secrets, 'seal'>;
}

/** Whatever changes, sessions begun before it are over: the version tells, and their rows go. */
async function write(trx: Knex.Transaction, { row, what, secrets }: Written): Promise<void> {
  const { active, role, passwordHash, totpSecret, invitation } = what;
  await trx('staff')
    .where({ id: row.id })
    .update({
      access_version: row.access_version + 1,
      ...(active !== undefined && { active }),
      ...(role !== undefined && { role }),
      ...(passwordHash !== undefined && { password_hash: passwordHash }),
      ...(totpSecret !== undefined && { totp_secret: sealed(totpSecret, secrets) }),
      ...(invitation && { active: true, password_hash: '', totp_secret: '' }),
    });
  await trx('sessions').where({ staff_id: row.id }).delete();
  // An invitation of before opens nothing any more, whatever was changed.
  await trx('staff_invitations').where({ staff_id: row.id }).whereNull('used_at').delete();
  if (invitation) {
    await trx('staff_invitations').insert({ hash: invitation.hash, staff_id: row.id, expires_at: new Date(invitation.expiresAt) });
  }
}

/** What the record keeps: never a secret, only that it was changed. */
function told(row: Row<'staff'>, { active, role, passwordHash, totpSecret, invitation }: AccountChange) {
  const before = { role: row.role, active: Boolean(row.active) };
  const changed = [passwordHash !== undefined && 'password', totpSecret !== undefined && 'code', invitation && 'invitation'].filter(
    Boolean,
  );
  return {
    before,
    after: { role: role ?? before.role, active: invitation ? true : (active ?? before.active), ...(changed.length > 0 && { changed }) },
  };
}

function subjectOf(id: number) {
  return { kind: 'staff', id: String(id) } satisfies { kind: string; id: string };
}
