import { Refusal } from '../../src/domain/refusal';
import type { Account, Accounts, KeyLine } from '../../src/ports/accounts';
import type { StaffMember } from '../../src/ports/staff';

/** In memory, and with the rules that matter to pages; the record is tried on a real database. */
export function fakeAccounts(members: StaffMember[], keys: KeyLine[]): Accounts {
  const entries = new Map<number, string>();
  const retired = new Map<number, StaffMember>();
  const invitations = new Map<string, number>();
  const accountOf = ({ id, name, email, role, passwordHash }: StaffMember, active: boolean): Account => ({
    ...{ id, name, email, role, active },
    invited: passwordHash === '',
    signedInAt: entries.get(id),
  });
  const at = (id: number) => members.findIndex((one) => one.id === id);
  const setKey = (id: number, revokedAt: string | undefined) => {
    const index = keys.findIndex((one) => one.id === id);
    const key = keys[index];
    if (!key) throw new Refusal('key-not-found', 'No such key.');
    keys[index] = { ...key, revokedAt };
  };
  return {
    list: () =>
      Promise.resolve([...members.map((one) => accountOf(one, true)), ...[...retired.values()].map((one) => accountOf(one, false))]),
    invite: ({ name, email, role }, { hash }) => {
      if (members.some((one) => one.email === email)) return Promise.reject(new Refusal('already-exists', 'Known.', { field: 'email' }));
      const id = 100 + members.length;
      members.push({ id, name, email, role, passwordHash: '', totpSecret: '', accessVersion: 1 });
      invitations.set(hash, id);
      return Promise.resolve(id);
    },
    change: (id, what) => {
      const member = members[at(id)] ?? retired.get(id);
      if (!member) return Promise.reject(new Refusal('account-not-found', 'No such account.'));
      const others = members.some((one) => one.id !== id && one.role === 'admin');
      if (what.active === false && member.role === 'admin' && !others) return Promise.reject(new Refusal('last-admin', 'The last one.'));
      const { active = true, invitation, ...rest } = what;
      const next = { ...member, ...rest, accessVersion: member.accessVersion + 1, ...(invitation && { passwordHash: '', totpSecret: '' }) };
      if (at(id) >= 0) members.splice(at(id), 1);
      retired.delete(id);
      if (active) members.push(next);
      else retired.set(id, next);
      if (invitation) invitations.set(invitation.hash, id);
      return Promise.resolve();
    },
    invited: (hash) => {
      const member = members[at(invitations.get(hash) ?? 0)];
      return Promise.resolve(member && accountOf(member, true));
    },
    accept: (hash, credentials) => {
      const index = at(invitations.get(hash) ?? 0);
      const member = members[index];
      invitations.delete(hash);
      if (member) members[index] = { ...member, ...credentials, accessVersion: member.accessVersion + 1 };
      return Promise.resolve(member?.id);
    },
    signedIn: (id, when) => {
      entries.set(id, when);
      return Promise.resolve();
    },
    keys: () => Promise.resolve(keys),
    addKey: ({ name, role }) => {
      keys.push({ id: 100 + keys.length, name, role, createdAt: '2027-01-11T16:45:00.000Z' });
      return Promise.resolve(99 + keys.length);
    },
    revokeKey: (id, change) => Promise.resolve(setKey(id, change.at)),
    restoreKey: (id) => Promise.resolve(setKey(id, undefined)),
  };
}
