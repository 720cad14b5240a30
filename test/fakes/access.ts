import { Refusal } from '../../src/domain/refusal';
import type { SignInLinks } from '../../src/ports/sign-in-links';
import type { ApiKey, Attempts, Staff, StaffMember } from '../../src/ports/staff';

/** Counts in memory, within one window that never ends. */
export function fakeAttempts(): Attempts {
  const counts = new Map<string, number>();
  return {
    pace: (door, who, { free }) => {
      const tries = (counts.get(`${door} ${who}`) ?? 0) + 1;
      counts.set(`${door} ${who}`, tries);
      return tries > free ? Promise.reject(new Refusal('too-many-tries', 'Too many tries.', { seconds: 2 })) : Promise.resolve(tries);
    },
    forgive: (door, who, which) => {
      const tries = counts.get(`${door} ${who}`) ?? 0;
      return Promise.resolve(void counts.set(`${door} ${who}`, which === 'all' ? 0 : Math.max(0, tries - 1)));
    },
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
    unused: (order, since) => {
      const ends = [...links.values()].filter((link) => link.order === order && link.expiresAt > since).map(({ expiresAt }) => expiresAt);
      return Promise.resolve(ends.toSorted().toReversed());
    },
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
