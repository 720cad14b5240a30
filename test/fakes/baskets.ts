import { Refusal } from '../../src/domain/refusal';
import type { Baskets, HeldPlace } from '../../src/ports/sale/baskets';

interface Kept {
  readonly places: readonly HeldPlace[];
  readonly since: string;
  readonly until: string;
}

/** Row F of a small house, from seat 11 on, for as many baskets as there is room. */
export function fakeBaskets(room = 20): Baskets & { readonly kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  const placeOf = (id: number, category: string): HeldPlace => ({ id, category, row: 'F', seat: `${id + 10}` });
  const takenBut = (basket: string) =>
    new Set([...kept].filter(([id]) => id !== basket).flatMap(([, { places }]) => places.map(({ id }) => id)));
  const earlier = (one: string, other: string) => (one < other ? one : other);
  const latest = (since: string, longestMs: number) => new Date(Date.parse(since) + longestMs).toISOString();
  return {
    kept,
    hold({ basket, seats, until, longestMs }, now) {
      const taken = takenBut(basket);
      const free = Array.from({ length: room }, (_, index) => index + 1).filter((id) => !taken.has(id));
      const chosen = seats.flatMap(({ place }) => place ?? []);
      const rest = free.filter((id) => !chosen.includes(id));
      const places = seats.map(({ category, place }) => ({ category, id: place ?? rest.shift() }));
      if (places.some(({ id }) => id === undefined || !free.includes(id)))
        return Promise.reject(new Refusal('seats-not-available', 'Taken.'));
      const held = places.map(({ id = 0, category }) => placeOf(id, category));
      const before = kept.get(basket);
      const since = before && before.until > now ? before.since : now;
      const one = { places: held, since, until: earlier(until, latest(since, longestMs)) };
      kept.set(basket, one);
      return Promise.resolve({ ...one, latest: latest(since, longestMs) });
    },
    held: (basket) => {
      const one = kept.get(basket);
      return Promise.resolve(one ? one.places.map((place) => ({ ...place, until: one.until })) : []);
    },
    prolong: (basket, { until, longestMs }) => {
      const one = kept.get(basket);
      if (one) kept.set(basket, { ...one, until: earlier(until, latest(one.since, longestMs)) });
      return Promise.resolve();
    },
    takeOver: (order) => Promise.reject(new Refusal('order-not-found', `${order} is tried on the real store.`)),
    formerOrders: () => Promise.resolve([]),
    takenOverBy: () => Promise.resolve(undefined),
    release: (basket) => Promise.resolve(void kept.delete(basket)),
  };
}
