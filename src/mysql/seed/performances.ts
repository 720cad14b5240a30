import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { columns, insertedId, rowsOf } from '../rows';
import { openPlaces } from '../catalogue/open-places';
import { DAY } from '../../domain/time';
import { seedSaleRules } from './sale-rules';
import type { SeededRooms } from './rooms';
import type { SeededShows } from './shows';

export interface SeededPerformance {
  readonly id: number;
  readonly show: string;
  readonly startsAt: string;
  readonly seating: 'numbered' | 'free';
}

interface Season {
  readonly rooms: SeededRooms;
  readonly shows: SeededShows;
  readonly now: string;
}

export async function seedPerformances(knex: Knex, season: Season): Promise<readonly SeededPerformance[]> {
  const now = new Date(season.now);
  for (const run of runsOf(season)) {
    const toCome: unknown = await knex('performances').where({ show_id: run.show_id }).where('starts_at', '>', now).first('id');
    if (toCome === undefined) await plan(knex, run, now);
  }
  const coming = knex('performances')
    .join('shows', 'shows.id', 'performances.show_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .where('starts_at', '>', now)
    .orderBy(['starts_at', 'performances.id']);
  const rows = await rowsOf(coming, { ...columns('performances', 'id', 'starts_at'), seating: 'rooms.seating', show: 'shows.title' });
  return rows.map(({ starts_at, ...row }) => ({ ...row, startsAt: starts_at.toISOString() }));
}

/** The performances of one show. */
interface Run {
  readonly show_id: number;
  readonly room_id: number;
  readonly vat_rate: number;
  readonly minutes: number;
  readonly starts: readonly DateTime[];
}

/** One tomorrow, for what happens late; the others from ten days to three months ahead. */
function runsOf({ rooms, shows, now }: Season): readonly Run[] {
  const today = DateTime.fromISO(now, { zone: 'Europe/Paris' }).startOf('day');
  const friday = nextWeekday(today.plus({ days: 10 }), 5);
  return [
    {
      show_id: shows.phare,
      room_id: rooms.grande,
      vat_rate: 210,
      minutes: 95,
      starts: [at(friday, 20, 30), at(friday.plus({ days: 1 }), 20, 30), at(friday.plus({ days: 2 }), 16)],
    },
    {
      show_id: shows.agathe,
      room_id: rooms.petite,
      vat_rate: 210,
      minutes: 70,
      starts: [
        at(today.plus({ days: 1 }), 20, 30),
        at(nextWeekday(today.plus({ days: 14 }), 3), 14),
        at(nextWeekday(today.plus({ days: 40 }), 4), 20, 30),
      ],
    },
    {
      show_id: shows.bal,
      room_id: rooms.cale,
      vat_rate: 550,
      minutes: 150,
      starts: [at(nextWeekday(today.plus({ days: 25 }), 6), 20), at(nextWeekday(today.plus({ days: 80 }), 6), 20)],
    },
  ];
}

async function plan(knex: Knex, { starts, minutes, ...rest }: Run, now: Date): Promise<void> {
  for (const start of starts) {
    const id = await insertedId(knex, 'performances', {
      ...rest,
      starts_at: start.toJSDate(),
      doors_at: start.minus({ minutes: 45 }).toJSDate(),
      ends_at: start.plus({ minutes }).toJSDate(),
      published_at: now,
    });
    await openPlaces(knex, id);
    await seedSaleRules(knex, id, { opens: now.getTime() - 30 * DAY, starts: start.toMillis() });
  }
}

function nextWeekday(from: DateTime, weekday: number): DateTime {
  return from.plus({ days: (weekday - from.weekday + 7) % 7 });
}

function at(day: DateTime, hour: number, minute = 0): DateTime {
  return day.set({ hour, minute });
}
