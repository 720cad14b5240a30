import type { Knex } from 'knex';
import { openPlaces } from '../src/mysql/catalogue/open-places';
import { seedSaleRules } from '../src/mysql/seed/sale-rules';
import { DAY } from '../src/domain/time';
import { columns, firstOf, insertedId } from '../src/mysql/rows';

interface SeatOnSale {
  readonly performanceId: number;
  readonly category: string;
}

/** Where the next seat is to be bought. Evening after evening, as people choose, so that no single one sells out first. */
export interface SeatQueue {
  next(): SeatOnSale;
}

const EVENINGS = 24;
const FIRST_IN_DAYS = 40;

/** More evenings of the seeded play in the room with numbered seats. */
export async function openSeats(knex: Knex): Promise<SeatQueue> {
  const model = await modelOf(knex);
  const seats: SeatOnSale[][] = [];
  for (let evening = 0; evening < EVENINGS; evening += 1) {
    const performanceId = await plan(knex, model, Date.now() + (FIRST_IN_DAYS + evening) * DAY);
    seats.push(
      await knex('performance_places')
        .where({ performance_id: performanceId })
        .orderBy('sort')
        .select('category', { performanceId: 'performance_id' }),
    );
  }
  let sold = 0;
  return {
    next() {
      const seat = seats[sold % EVENINGS]?.[Math.floor(sold / EVENINGS)];
      sold += 1;
      if (!seat) throw new Error(`All ${sold} seats of the bench are sold: plan more evenings.`);
      return seat;
    },
  };
}

/** One more evening in that room, on which nobody has bought anything: far enough off not to meet the others. */
export async function openEvening(knex: Knex, no: number): Promise<number> {
  return plan(knex, await modelOf(knex), Date.now() + (FIRST_IN_DAYS + EVENINGS + no) * DAY);
}

async function modelOf(knex: Knex) {
  const numbered = knex('performances').join('rooms', 'rooms.id', 'performances.room_id').where({ seating: 'numbered' });
  const model = await firstOf(numbered, columns('performances', 'show_id', 'room_id', 'vat_rate'));
  if (!model) throw new Error('No performance with numbered seats.');
  return model;
}

async function plan(knex: Knex, model: Awaited<ReturnType<typeof modelOf>>, startsAt: number): Promise<number> {
  const id = await insertedId(knex, 'performances', {
    ...model,
    starts_at: new Date(startsAt),
    doors_at: new Date(startsAt - DAY / 32),
    ends_at: new Date(startsAt + DAY / 12),
    published_at: new Date(),
  });
  await openPlaces(knex, id);
  await seedSaleRules(knex, id, { opens: Date.now() - DAY, starts: startsAt });
  return id;
}
