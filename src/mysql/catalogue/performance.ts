import type { Knex } from 'knex';
import type { PerformanceView } from '../../domain/order-view';
import { parseJson, toIso } from '../column-values';

export interface PerformanceRow {
  readonly id: number;
  readonly show_id: number;
  readonly room_id: number;
  readonly venue_id: number;
  readonly title: string;
  readonly credit: string;
  readonly genre: string;
  readonly presentation: unknown;
  readonly practical: unknown;
  readonly starts_at: Date;
  readonly doors_at: Date;
  readonly ends_at: Date;
  readonly room: string;
  readonly seating: 'numbered' | 'free';
  readonly vat_rate: number;
  readonly published_at: Date | null;
}

/** Performances with their show and room, to be narrowed by the caller. */
export function performanceRows(knex: Knex): Knex.QueryBuilder {
  return knex('performances')
    .join('shows', 'shows.id', 'performances.show_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .select('performances.*', 'shows.title', 'shows.credit', 'shows.genre', 'shows.presentation', 'shows.practical')
    .select({ room: 'rooms.name', seating: 'rooms.seating', venue_id: 'rooms.venue_id' });
}

export async function performanceById(knex: Knex, id: number): Promise<PerformanceRow | undefined> {
  return performanceRows(knex).where('performances.id', id).first();
}

export function performanceView(row: PerformanceRow): PerformanceView {
  return {
    id: row.id,
    venueId: row.venue_id,
    showTitle: row.title,
    credit: row.credit,
    genre: row.genre,
    presentation: parseJson(row.presentation),
    practical: parseJson(row.practical),
    startsAt: toIso(row.starts_at),
    doorsAt: toIso(row.doors_at),
    endsAt: toIso(row.ends_at),
    room: row.room,
    seating: row.seating,
    vatRate: row.vat_rate,
  };
}
