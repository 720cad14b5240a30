import type { Knex } from 'knex';
import { bestPlaces, type FreePlace } from './best-places';

/** Places of one category wanted together. */
export interface Wanted {
  readonly performanceId: number;
  /** Whose places; `undefined`: those that no allocation keeps. */
  readonly allocation?: string | undefined;
  readonly category: string;
  readonly count: number;
}

/**
 * Locks free places for the rest of the transaction, the best first; `undefined` when there are not enough. Buyers step
 * over what others are just taking, and wait for them only before they hear that nothing is left: nobody is refused
 * because of a purchase that fails in the end, and no place is taken twice.
 */
export async function takePlaces(trx: Knex.Transaction, wanted: Wanted): Promise<readonly FreePlace[] | undefined> {
  // one person sits beside anybody
  const together = wanted.count === 1 ? undefined : await takeTogether(trx, wanted);
  return together ?? takeAny(trx, wanted);
}

interface Choice {
  readonly performanceId: number;
  readonly allocation?: string | undefined;
  readonly chosen: readonly { readonly id: number; readonly category: string }[];
  /** The basket that kept them until now, if any. */
  readonly basket?: string | undefined;
}

/** Locks the very places that were chosen, in one order for everybody; returns those that are not to be had. */
export async function lockChosen(trx: Knex.Transaction, choice: Choice): Promise<readonly number[]> {
  const { performanceId, allocation, chosen, basket } = choice;
  const locked = await trx('performance_places')
    .whereIn(
      'id',
      chosen.map(({ id }) => id),
    )
    .where({ performance_id: performanceId, allocation: allocation ?? null })
    // Where one sits freely nobody chooses a place, but a basket keeps some.
    .whereRaw("((status = 'free' and seat_label is not null) or (status = 'held' and basket = ?))", [basket ?? ''])
    .orderBy('id')
    .forUpdate()
    .select('id', 'category');
  const isHad = (wish: (typeof chosen)[number]) => locked.some(({ id, category }) => id === wish.id && category === wish.category);
  return chosen.filter((wish) => !isHad(wish)).map(({ id }) => id);
}

const TRIES = 4;

/** Without a lock the choice is a wish: it counts once all its places are locked and still free. */
async function takeTogether(trx: Knex.Transaction, wanted: Wanted): Promise<readonly FreePlace[] | undefined> {
  const busy = new Set<number>();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const free = await freePlaces(trx, wanted);
    const wish = bestPlaces(
      free.filter(({ id }) => !busy.has(id)),
      wanted.count,
    );
    if (wish.length < wanted.count) return undefined;
    const locked = await lock(trx, wish, wanted);
    if (locked.length === wish.length) return wish;
    for (const { id } of wish) if (!locked.includes(id)) busy.add(id);
  }
  return undefined;
}

/** A place may have gone to another allocation since it was read. */
async function lock(trx: Knex.Transaction, wish: readonly FreePlace[], { allocation }: Wanted): Promise<readonly number[]> {
  return trx('performance_places')
    .whereIn(
      'id',
      wish.map(({ id }) => id),
    )
    .where({ status: 'free', allocation: allocation ?? null })
    .forUpdate()
    .skipLocked()
    .pluck('id');
}

async function takeAny(trx: Knex.Transaction, wanted: Wanted): Promise<readonly FreePlace[] | undefined> {
  const stepping = await freePlaces(trx, wanted).limit(wanted.count).forUpdate().skipLocked();
  if (stepping.length === wanted.count) return stepping;
  const waiting = await freePlaces(trx, wanted).limit(wanted.count).forUpdate();
  return waiting.length === wanted.count ? waiting : undefined;
}

function freePlaces(trx: Knex.Transaction, { performanceId, allocation, category }: Wanted) {
  return trx('performance_places')
    .where({ performance_id: performanceId, category, status: 'free', allocation: allocation ?? null })
    .orderBy('sort')
    .select('id', 'sort', 'row_label', 'seat_label');
}
