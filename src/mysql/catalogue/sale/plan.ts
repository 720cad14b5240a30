import type { Knex } from 'knex';
import type { PlanPlace } from '../../../domain/sale/offer';
import { columns, rowsOf } from '../../rows';

const PLACE = {
  ...columns('performance_places', 'id', 'category', 'entrance', 'status', 'allocation'),
  row: 'performance_places.row_label!',
  seat: 'performance_places.seat_label!',
} as const;

/** Row by row, seat by seat, as a room is read. A place of another allocation is nothing to choose. */
export async function planOf(knex: Knex, performanceId: number, allocation?: string): Promise<readonly PlanPlace[]> {
  const numbered = knex('performance_places').where({ performance_id: performanceId }).whereNotNull('row_label').whereNotNull('seat_label');
  const rows = await rowsOf(numbered, PLACE);
  const places = rows.map(({ id, category, row, seat, entrance, ...now }): PlanPlace => {
    const free = now.status === 'free' && now.allocation === (allocation ?? null);
    return { id, category, row, seat, entrance, status: free ? 'free' : 'taken' };
  });
  return places.toSorted((a, b) => compare(a.row, b.row) || compare(a.seat, b.seat));
}

/** 9 before 10, A before B, and Z before AA. */
function compare(a: string, b: string): number {
  return a.length - b.length || a.localeCompare(b, 'fr', { numeric: true });
}
