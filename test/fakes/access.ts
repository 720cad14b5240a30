import { Refusal } from '../../src/domain/refusal';
import type { SignInLinks } from '../../src/ports/sign-in-links';
import type { ApiKey, Attempts, Staff, StaffMember } from '../../src/ports/staff';

/** Counts in memory, within one window that never ends. */
export function fakeAttempts(): Attempts {
  const counts = new Map<string, number>();
  return {
    count: (door, who, { max }) => {
      const tries = (counts.get(`${door} ${who}`) ?? 0) + 1;
      counts.set(`${door} ${who}`, tries);
      return tries > max ? Promise.reject(new Refusal('too-many-tries', 'Too many tries.')) : Promise.resolve();
    },
  };
}

export function fakeSignInLinks(): SignInLinks {
  const links = new Map<string, { readonly order: string; readonly expiresAt: string }>();
  return {
    add: ({ hash, ...link }) => Promise.resolve(void links.set(hash, link)),
    use: (hash, now) => {
      const link = links.get(hash);
      links.delete(hash);
      return Promise.resolve(link && link.expiresAt > now ? link.order : undefined);
    },
  };
}

export function fakeStaff(members: readonly StaffMember[], keys: readonly (ApiKey & { readonly hash: string })[]): Staff {
  return {
    byEmail: (email) => Promise.resolve(members.find((one) => one.email === email)),
    byId: (id) => Promise.resolve(members.find((one) => one.id === id)),
    names: (actors) => {
      const named = [...members.map((one) => [`staff:${one.id}`, one.name]), ...keys.map((key) => [`api-key:${key.id}`, key.name])];
      return Promise.resolve(Object.fromEntries(named.filter(([actor = '']) => actors.includes(actor))));
    },
    apiKeyByHash: (hash) => Promise.resolve(keys.find((one) => one.hash === hash)),
    add: () => Promise.reject(new Error('Nobody is hired in this test.')),
    addApiKey: () => Promise.reject(new Error('No key is made in this test.')),
  };
}
