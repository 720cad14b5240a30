import type { Knex } from 'knex';
import type { NewRow } from '../schema/tables';
import { idOf, insertMissing } from './insert-missing';

export interface SeededRooms {
  readonly grande: number;
  readonly petite: number;
  readonly cale: number;
}

export async function seedRooms(knex: Knex, venueId: number): Promise<SeededRooms> {
  const room = (name: string, seating: 'numbered' | 'free') =>
    idOf(knex, 'rooms', ['venue_id', 'name'], { venue_id: venueId, name, seating });
  const rooms = {
    grande: await room('Grande salle', 'numbered'),
    petite: await room('Petite salle', 'free'),
    cale: await room('La Cale', 'free'),
  };
  await insertMissing(
    knex,
    'seat_categories',
    ['room_id', 'code'],
    [
      { room_id: rooms.grande, code: '1', name: '1, parterre', sort: 1 },
      { room_id: rooms.grande, code: '2', name: '2, balcon', sort: 2 },
      { room_id: rooms.petite, code: 'unique', name: 'unique', sort: 1 },
      { room_id: rooms.cale, code: 'unique', name: 'unique, assis ou debout', sort: 1 },
    ],
  );
  await furnish(knex, rooms.grande, [...tier(PARTERRE), ...tier(BALCON)]);
  await furnish(knex, rooms.petite, freeSeating(80, 'par le foyer'));
  await furnish(knex, rooms.cale, freeSeating(120, 'par le quai'));
  return rooms;
}

async function furnish(knex: Knex, roomId: number, seats: readonly Furniture[]): Promise<void> {
  const known: unknown = await knex('seats').where({ room_id: roomId }).first('id');
  if (known !== undefined) return;
  await knex('seats').insert(seats.map((seat, index) => ({ ...seat, room_id: roomId, sort: index + 1 })));
}

type Furniture = Omit<NewRow<'seats'>, 'room_id' | 'sort'>;

interface Tier {
  readonly category: string;
  readonly rows: readonly string[];
  readonly seatsInARow: number;
  /** Counted from the first row, with halves. */
  readonly bestRow: number;
  readonly entrances: { readonly left: string; readonly right: string };
}

const PARTERRE: Tier = {
  category: '1',
  rows: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
  seatsInARow: 16,
  bestRow: 4.5,
  entrances: { left: 'Parterre, porte de gauche', right: 'Parterre, porte de droite' },
};

const BALCON: Tier = {
  category: '2',
  rows: ['J', 'K', 'L', 'M'],
  seatsInARow: 18,
  bestRow: 0,
  entrances: { left: 'Balcon, escalier de gauche', right: 'Balcon, escalier de droite' },
};

/** The best seats first: near the middle of the best row. Seat 1 is on the right, seen from the stage door. */
function tier({ category, rows, seatsInARow, bestRow, entrances }: Tier): readonly Furniture[] {
  const middle = (seatsInARow + 1) / 2;
  const seats = rows.flatMap((row, rowNo) =>
    Array.from({ length: seatsInARow }, (_, index) => ({
      row,
      seat: index + 1,
      badness: 2 * Math.abs(rowNo - bestRow) + Math.abs(index + 1 - middle),
    })),
  );
  return seats
    .toSorted((a, b) => a.badness - b.badness)
    .map(({ row, seat }) => ({
      category,
      row_label: row,
      seat_label: String(seat),
      entrance: seat > middle ? entrances.left : entrances.right,
    }));
}

function freeSeating(count: number, entrance: string): readonly Furniture[] {
  return Array.from({ length: count }, () => ({ category: 'unique', entrance }));
}
