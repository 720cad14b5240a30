import { Refusal } from '../../src/domain/refusal';
import type { Baskets, HeldPlace } from '../../src/ports/sale/baskets';

/** Row F of a small house, from seat 11 on, for as many baskets as there is room. */
export function fakeBaskets(room = 20): Baskets & { readonly kept: Map<string, readonly HeldPlace[]> } {
  const kept = new Map<string, readonly HeldPlace[]>();
  const placeOf = (id: number, category: string): HeldPlace => ({ id, category, row: 'F', seat: `${id + 10}` });
  const takenBut = (basket: string) =>
    new Set([...kept].filter(([id]) => id !== basket).flatMap(([, places]) => places.map(({ id }) => id)));
  return {
    kept,
    hold({ basket, seats }) {
      const taken = takenBut(basket);
      const free = Array.from({ length: room }, (_, index) => index + 1).filter((id) => !taken.has(id));
      const chosen = seats.flatMap(({ place }) => place ?? []);
      const rest = free.filter((id) => !chosen.includes(id));
      const places = seats.map(({ category, place }) => ({ category, id: place ?? rest.shift() }));
      if (places.some(({ id }) => id === undefined || !free.includes(id)))
        return Promise.reject(new Refusal('seats-not-available', 'Taken.'));
      const held = places.map(({ id = 0, category }) => placeOf(id, category));
      kept.set(basket, held);
      return Promise.resolve(held);
    },
    held: (basket) => Promise.resolve(kept.get(basket) ?? []),
    prolong: () => Promise.resolve(),
    release: (basket) => Promise.resolve(void kept.delete(basket)),
  };
}
