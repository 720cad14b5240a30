import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Baskets, HeldPlace, WantedPlaces } from '../../ports/sale/baskets';
import { inTransaction } from '../transaction';
import { expireHolds } from './holds';
import { lockChosen, takePlaces } from './take-places';

export function createBaskets({ knex }: { readonly knex: Knex }): Baskets {
  return {
    async hold(wanted, now) {
      const take = () => inTransaction(knex, (trx) => holdPlaces(trx, wanted));
      try {
        return await take();
      } catch (refusal) {
        // Places whose time is over may not have gone back to sale yet.
        if (!(refusal instanceof Refusal) || (await expireHolds(knex, now)) === 0) throw refusal;
        return take();
      }
    },

    held: (basket) => heldBy(knex, basket),

    async prolong(basket, until) {
      await inTransaction(knex, (trx) =>
        trx('performance_places')
          .where({ basket, status: 'held' })
          .update({ held_until: new Date(until) }),
      );
    },

    async release(basket) {
      await inTransaction(knex, (trx) => giveBack(trx, basket));
    },
  };
}

async function holdPlaces(trx: Knex.Transaction, wanted: WantedPlaces): Promise<readonly HeldPlace[]> {
  const { basket, performanceId, allocation, seats } = wanted;
  await giveBack(trx, basket);
  const places = seats.map(({ place }) => place);
  const chosen = seats.flatMap(({ category, place }) => (place === undefined ? [] : [{ id: place, category }]));
  if (chosen.length > 0 && !(await lockChosen(trx, { performanceId, allocation, chosen }))) {
    throw new Refusal('seats-not-available', 'A chosen place is no longer free.');
  }
  for (const category of [...new Set(seats.map((seat) => seat.category))].toSorted()) {
    const open = [...seats.keys()].filter((index) => seats[index]?.category === category && places[index] === undefined);
    const found = await takePlaces(trx, { performanceId, allocation, category, count: open.length });
    if (!found) throw new Refusal('seats-not-available', `Not ${open.length} free seats in category ${category}.`, { category });
    open.forEach((seat, index) => (places[seat] = found[index]?.id));
    // Taken at once, so that the next category does not see them.
    await keep(trx, wanted, found.map(({ id }) => id)); // prettier-ignore
  }
  await keep(trx, wanted, chosen.map(({ id }) => id)); // prettier-ignore
  const rows = new Map((await heldBy(trx, basket)).map((place) => [place.id, place]));
  return places.flatMap((id) => (id === undefined ? [] : (rows.get(id) ?? [])));
}

async function keep(trx: Knex.Transaction, { basket, until }: WantedPlaces, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx('performance_places')
    .whereIn('id', [...ids])
    .update({ status: 'held', basket, held_until: new Date(until) });
}

async function giveBack(knex: Knex, basket: string): Promise<void> {
  await knex('performance_places').where({ basket, status: 'held' }).update({ status: 'free', basket: null, held_until: null });
}

interface Row {
  readonly id: number;
  readonly category: string;
  readonly row_label: string | null;
  readonly seat_label: string | null;
}

async function heldBy(knex: Knex, basket: string): Promise<readonly HeldPlace[]> {
  const rows: readonly Row[] = await knex('performance_places').where({ basket, status: 'held' }).orderBy('id');
  return rows.map(({ id, category, row_label, seat_label }) => ({
    id,
    category,
    row: row_label ?? undefined,
    seat: seat_label ?? undefined,
  }));
}
