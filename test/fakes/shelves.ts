import { Refusal } from '../../src/domain/refusal';
import type { ChangeLog } from '../../src/ports/catalogue/change-log';
import type { PriceGrids } from '../../src/ports/catalogue/price-grids';
import type { Kept, Shelf, Shelves } from '../../src/ports/catalogue/shelf';

/** An office that has set nothing up: the real shelves are tried on the real database. */
export function fakeShelves(): Shelves {
  return {
    tillOperators: bare(({ code }) => code),
    salesChannels: bare(({ code }) => code),
    paymentMethods: bare(({ code }) => code),
    deliveryMethods: bare(({ code }) => code),
    proofTypes: bare(({ code }) => code),
    tariffs: bare(({ code }) => code),
    venues: bare(() => 1),
    rooms: bare(() => 1),
    shows: bare(() => 1),
    performances: bare(() => 1),
  };
}

function bare<T, K extends string | number>(keyOf: (value: T) => K): Shelf<T, K> {
  const kept = new Map<K, Kept<T, K>>();
  const keep = (key: K, value: T): Kept<T, K> => {
    const entry = { key, value, version: 'v1', active: true };
    kept.set(key, entry);
    return entry;
  };
  return {
    all: () => Promise.resolve([...kept.values()]),
    find: (key) => Promise.resolve(kept.get(key)),
    put: (value) => Promise.resolve({ ...keep(keyOf(value), value), created: true }),
    change: (key, value) => Promise.resolve(keep(key, value)),
    remove: (key) => Promise.resolve(kept.delete(key) ? 'deleted' : 'retired'),
  };
}

export function fakePriceGrids(): PriceGrids {
  return {
    of: () => Promise.resolve(undefined),
    put: () => Promise.reject(new Refusal('entry-not-found', 'No show.')),
  };
}

export function fakeChangeLog(): ChangeLog {
  return { list: () => Promise.resolve([]) };
}
