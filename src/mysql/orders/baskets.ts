import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Baskets, HeldPlace, KeptPlaces, WantedPlaces } from '../../ports/sale/baskets';
import { columns, rowsOf } from '../rows';
import type { RowChange } from '../schema/tables';
import { inTransaction } from '../transaction';
import { countHolder, holderColumns } from './hoarding';
import { expireHolds } from './holds';
import { FREE } from './place-states';
import { formerOrders, takenOverBy, takeOver } from './take-over';
import { lockChosen, takePlaces } from './take-places';

export function createBaskets({ knex }: { readonly knex: Knex }): Baskets {
  return {
    async hold(wanted, now) {
      const take = () => inTransaction(knex, (trx) => holdPlaces(trx, wanted, now));
      try {
        return await take();
      } catch (refusal) {
        // Places whose time is over may not have gone back to sale yet.
        if (!(refusal instanceof Refusal) || (await expireHolds(knex, now)) === 0) throw refusal;
        return take();
      }
    },

    held: (basket) => heldBy(knex, basket),

    async prolong(basket, { until, longestMs }) {
      const longest = 'coalesce(least(?, held_since + interval ? microsecond), held_until)';
      await inTransaction(knex, (trx) =>
        trx('performance_places')
          .where({ basket, status: 'held' })
          .update({ held_until: trx.raw(longest, [new Date(until), longestMs * 1000]) }),
      );
    },

    takeOver: (order, basket, now) => inTransaction(knex, (trx) => takeOver(trx, order, { basket, now: new Date(now) })),

    formerOrders: (basketOrOrder) => formerOrders(knex, basketOrOrder),

    takenOverBy: (order) => takenOverBy(knex, order),

    async release(basket) {
      await inTransaction(knex, (trx) => giveBack(trx, basket));
    },
  };
}

async function holdPlaces(trx: Knex.Transaction, wanted: WantedPlaces, now: string): Promise<KeptPlaces> {
  const { basket, performanceId, allocation, seats, hold } = wanted;
  const since = (await keptSince(trx, wanted)) ?? new Date(now);
  if (hold) await countHolder(trx, hold, { performanceId, count: seats.length, now, basket });
  await giveBack(trx, basket);
  const places = seats.map(({ place }) => place);
  const chosen = seats.flatMap(({ category, place }) => (place === undefined ? [] : [{ id: place, category }]));
  if (chosen.length > 0 && (await lockChosen(trx, { performanceId, allocation, chosen })).length > 0) {
    throw new Refusal('seats-not-available', 'A chosen place is no longer free.');
  }
  const latest = new Date(since.getTime() + wanted.longestMs);
  const until = new Date(Math.min(Date.parse(wanted.until), latest.getTime()));
  const keep = (ids: readonly number[]) => keepPlaces(trx, ids, { basket, held_until: until, held_since: since, ...holderColumns(hold) });
  // Kept at once, so that nobody else of the same basket is given them.
  await keep(chosen.map(({ id }) => id));
  for (const category of [...new Set(seats.map((seat) => seat.category))].toSorted()) {
    const open = [...seats.keys()].filter((index) => seats[index]?.category === category && places[index] === undefined);
    const found = await takePlaces(trx, { performanceId, allocation, category, count: open.length });
    if (!found) throw new Refusal('seats-not-available', `Not ${open.length} free seats in category ${category}.`, { category });
    open.forEach((seat, index) => (places[seat] = found[index]?.id));
    await keep(found.map(({ id }) => id));
  }
  const rows = new Map((await heldBy(trx, basket)).map((place) => [place.id, place]));
  return {
    places: places.flatMap((id) => (id === undefined ? [] : (rows.get(id) ?? []))),
    until: until.toISOString(),
    latest: latest.toISOString(),
  };
}

/** Since when the basket has kept places of this performance, whichever they were. */
async function keptSince(trx: Knex.Transaction, { basket, performanceId }: WantedPlaces): Promise<Date | undefined> {
  const row = await trx('performance_places')
    .where({ basket, performance_id: performanceId, status: 'held' })
    .orderBy('held_since')
    .first('held_since');
  return row?.held_since ?? undefined;
}

type Keeping = Pick<RowChange<'performance_places'>, 'basket' | 'held_until' | 'held_since' | 'held_by' | 'held_session'>;

async function keepPlaces(trx: Knex.Transaction, ids: readonly number[], keeping: Keeping): Promise<void> {
  if (ids.length === 0) return;
  await trx('performance_places')
    .whereIn('id', [...ids])
    .update({ status: 'held', ...keeping });
}

async function giveBack(trx: Knex.Transaction, basket: string): Promise<void> {
  await trx('performance_places').where({ basket, status: 'held' }).update(FREE);
}

const KEPT = { ...columns('performance_places', 'id', 'category', 'row_label', 'seat_label'), held_until: 'performance_places.held_until!' } as const; // prettier-ignore

async function heldBy(knex: Knex, basket: string): Promise<readonly (HeldPlace & { readonly until: string })[]> {
  const rows = await rowsOf(knex('performance_places').where({ basket, status: 'held' }).orderBy('id'), KEPT);
  return rows.map(({ id, category, row_label, seat_label, held_until }) => ({
    id,
    category,
    row: row_label ?? undefined,
    seat: seat_label ?? undefined,
    until: held_until.toISOString(),
  }));
}
