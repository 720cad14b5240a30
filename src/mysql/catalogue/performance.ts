import type { Knex } from 'knex';
import type { PerformanceView } from '../../domain/order-view';
import { toIso } from '../column-values';
import { columns, firstOf, type Selected } from '../rows';
import { showPractical, showPresentation } from '../schema/json-columns';

export const PERFORMANCE = {
  ...columns('performances', 'id', 'show_id', 'room_id', 'starts_at', 'doors_at', 'ends_at', 'vat_rate', 'published_at'),
  ...columns('shows', 'title', 'credit', 'genre', 'presentation', 'practical'),
  ...columns('rooms', 'seating', 'venue_id'),
  room: 'rooms.name',
} as const;

export type PerformanceRow = Selected<typeof PERFORMANCE>;

/** Performances with their show and room, to be narrowed by the caller and read as PERFORMANCE. */
export function performances(knex: Knex): Knex.QueryBuilder {
  return knex('performances').join('shows', 'shows.id', 'performances.show_id').join('rooms', 'rooms.id', 'performances.room_id');
}

export async function performanceById(knex: Knex, id: number): Promise<PerformanceRow | undefined> {
  return firstOf(performances(knex).where('performances.id', id), PERFORMANCE);
}

export function performanceView(row: PerformanceRow): PerformanceView {
  return {
    id: row.id,
    venueId: row.venue_id,
    showTitle: row.title,
    credit: row.credit,
    genre: row.genre,
    presentation: showPresentation(row.presentation),
    practical: showPractical(row.practical),
    startsAt: toIso(row.starts_at),
    doorsAt: toIso(row.doors_at),
    endsAt: toIso(row.ends_at),
    room: row.room,
    seating: row.seating,
    vatRate: row.vat_rate,
  };
}
