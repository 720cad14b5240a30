import type { Knex } from 'knex';
import { refuseFaults, unknownName } from '../../../domain/catalogue/refused-entry';
import {
  placesOf,
  planOfPlaces,
  refuseEmptyCategories,
  sameRoom,
  type RoomEntry,
  type SeatCategory,
} from '../../../domain/catalogue/seating-plan';
import { EntryInUse, named } from '../../../domain/catalogue/in-use';
import { computed, rowsOf, valuesOf, type Selected } from '../../rows';
import type { Row } from '../../schema/tables';
import type { Noun } from './noun';
import { isNamed } from './uses';

const COLUMNS = ['id', 'venue_id', 'name', 'seating', 'active'] as const;

/** A performance keeps the places that it was made with: a bigger plan serves those that are made afterwards, and none that is to come loses a place. */
export const roomNoun: Noun<RoomEntry, number, 'rooms', (typeof COLUMNS)[number]> = {
  kind: 'room',
  table: 'rooms',
  columns: COLUMNS,
  keyColumn: 'id',
  order: ['venue_id', 'name'],
  retirable: true,
  keyOf: ({ id }) => id,
  natural: ({ venueId, name }) => ({ venue_id: venueId, name }),
  knownBy: 'name',
  same: sameRoom,
  async read(knex, { id, venue_id: venueId, name, seating }) {
    const seats = await seatsOf(knex, id);
    const plan = planOfPlaces(seats.map(({ row_label, seat_label, ...seat }) => ({ ...seat, row: row_label ?? undefined, seat: seat_label ?? undefined }))); // prettier-ignore
    return { venueId, name, seating, categories: await categoriesOf(knex, { id, seating, seats }), plan };
  },
  row: ({ venueId, name, seating }) => ({ venue_id: venueId, name, seating }),
  async refuse(trx, { key, before, value, at }) {
    const venue = await isNamed(trx, 'venues', { id: value.venueId });
    refuseFaults(venue ? [] : [unknownName('#/venueId', value.venueId)]);
    refuseEmptyCategories(value);
    if (key === undefined || !before) return;
    await refuseLoss(trx, key, { before, value });
    await refuseLostPlaces(trx, key, { value, at });
  },
  async after(trx, { key, value }) {
    await trx('seats').where({ room_id: key }).delete();
    const codes = value.categories.map(({ code }) => code);
    await trx('seat_categories').where({ room_id: key }).whereNotIn('code', codes).delete();
    for (const [sort, { code, name }] of value.categories.entries())
      await trx('seat_categories')
        .insert({ room_id: key, code, name, sort: sort + 1 })
        .onConflict(['room_id', 'code'])
        .merge();
    const rows = placesOf(value).map(({ category, entrance, row, seat }, index) => ({
      ...{ room_id: key, category, entrance, sort: index + 1, row_label: row ?? null, seat_label: seat ?? null },
    }));
    await trx.batchInsert('seats', rows, 500);
  },
  async uses(trx, key, at) {
    const now = await trx('performances').where({ room_id: key }).where('ends_at', '>', new Date(at)).orderBy('id').pluck('id');
    return { now: named('performance', now), ever: await isNamed(trx, 'performances', { room_id: key }) };
  },
  async clear(trx, key) {
    await trx('seats').where({ room_id: key }).delete();
    await trx('seat_categories').where({ room_id: key }).delete();
  },
};

/** Places that performances have keep their category and the way in which they are sold. */
async function refuseLoss(
  trx: Knex.Transaction,
  id: number,
  { before, value }: { readonly before: RoomEntry; readonly value: RoomEntry },
): Promise<void> {
  const sold = trx('performance_places')
    .join('performances', 'performances.id', 'performance_places.performance_id')
    .where('performances.room_id', id)
    .distinct();
  const performed = await valuesOf(sold, 'performance_places.category');
  const lost = performed.filter((code) => !value.categories.some((category) => category.code === code));
  if (lost.length > 0) throw new EntryInUse('Performances have places of that category.', named('category', lost), 'categories');
  if (performed.length > 0 && before.seating !== value.seating)
    throw new EntryInUse('Performances are given in it as it is.', [{ noun: 'performance' }], 'seating');
  if (before.venueId !== value.venueId && performed.length > 0)
    throw new EntryInUse('Performances are given in it where it is.', [{ noun: 'performance' }], 'venueId');
}

const PLACE = {
  performance: 'performances.id',
  category: 'performance_places.category',
  row: 'performance_places.row_label',
  seat: 'performance_places.seat_label',
} as const;

/** Places that the room has no more would be sold all the same, and their tickets honoured nowhere. */
async function refuseLostPlaces(trx: Knex.Transaction, id: number, { value, at }: { readonly value: RoomEntry; readonly at: string }) {
  const name = ({ category, row, seat }: Pick<Selected<typeof PLACE>, 'category' | 'row' | 'seat'>) =>
    JSON.stringify([category, row, seat]);
  const kept = new Map<string, number>();
  for (const { category, row = null, seat = null } of placesOf(value)) {
    const one = name({ category, row, seat });
    kept.set(one, (kept.get(one) ?? 0) + 1);
  }
  const places = trx('performance_places')
    .join('performances', 'performances.id', 'performance_places.performance_id')
    .where('performances.room_id', id)
    .where('performances.ends_at', '>', new Date(at))
    .groupBy('performances.id', 'category', 'row_label', 'seat_label')
    .orderBy('performances.id');
  const rows = await rowsOf(places, { ...PLACE, places: computed<number>(trx.raw('count(*)')) });
  const losing = [...new Set(rows.filter((one) => one.places > (kept.get(name(one)) ?? 0)).map(({ performance }) => performance))];
  if (losing.length === 0) return;
  const field = value.seating === 'free' ? 'categories' : 'plan';
  throw new EntryInUse('Performances to come sell places that the room would have no more.', named('performance', losing), field);
}

type Seat = Pick<Row<'seats'>, 'category' | 'entrance' | 'row_label' | 'seat_label'>;

async function seatsOf(knex: Knex, roomId: number): Promise<readonly Seat[]> {
  return knex('seats').where({ room_id: roomId }).orderBy('sort').select('category', 'entrance', 'row_label', 'seat_label');
}

async function categoriesOf(
  knex: Knex,
  { id, seating, seats }: { readonly id: number; readonly seating: RoomEntry['seating']; readonly seats: readonly Seat[] },
): Promise<readonly SeatCategory[]> {
  const rows = await knex('seat_categories').where({ room_id: id }).orderBy('sort').select('code', 'name');
  if (seating === 'numbered') return rows;
  return rows.map((row) => {
    const own = seats.filter(({ category }) => category === row.code);
    const entrance = own[0]?.entrance ?? '';
    return { ...row, capacity: own.length, ...(entrance === '' ? {} : { entrance }) };
  });
}
