import type { Knex } from 'knex';
import type { PlanPlace } from '../../../domain/sale/offer';

interface Row {
  readonly id: number;
  readonly category: string;
  readonly row_label: string;
  readonly seat_label: string;
  readonly entrance: string;
  readonly status: string;
  readonly allocation: string | null;
}

/** Row by row, seat by seat, as a room is read. A place of another allocation is nothing to choose. */
export async function planOf(knex: Knex, performanceId: number, allocation?: string): Promise<readonly PlanPlace[]> {
  const rows: readonly Row[] = await knex('performance_places')
    .where({ performance_id: performanceId })
    .whereNotNull('row_label')
    .whereNotNull('seat_label')
    .select('id', 'category', 'row_label', 'seat_label', 'entrance', 'status', 'allocation');
  const places = rows.map(({ id, category, row_label: row, seat_label: seat, entrance, ...now }): PlanPlace => {
    const free = now.status === 'free' && now.allocation === (allocation ?? null);
    return { id, category, row, seat, entrance, status: free ? 'free' : 'taken' };
  });
  return places.toSorted((a, b) => compare(a.row, b.row) || compare(a.seat, b.seat));
}

/** 9 before 10, A before B, and Z before AA. */
function compare(a: string, b: string): number {
  return a.length - b.length || a.localeCompare(b, 'fr', { numeric: true });
}
