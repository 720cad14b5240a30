import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { OrderLine } from '../../ports/orders';
import { toIso, toIsoOrNone } from '../column-values';
import { columns, computed, rowsOf, type Selected } from '../rows';

const LINE = {
  ...columns('orders', 'reference', 'customer_id', 'status', 'waits_for', 'deadline_at', 'total', 'placed_at'),
  customer_name: 'customers.name',
  venue_id: 'rooms.venue_id',
  show_title: 'shows.title',
  starts_at: 'performances.starts_at',
} as const;

type Line = Selected<typeof LINE> & { readonly seat_count: number; readonly seats_under_review: number };

/** In the order of the references given. */
export async function orderLines(knex: Knex, references: readonly string[]): Promise<readonly OrderLine[]> {
  if (references.length === 0) return [];
  const seats = () => knex('positions').count('*').whereRaw('positions.order_reference = orders.reference');
  const orders = knex('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('shows', 'shows.id', 'performances.show_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .whereIn('orders.reference', [...references]);
  const counted = { seat_count: computed<number>(seats()), seats_under_review: computed<number>(seats().where({ proof: 'under-review' })) };
  const rows = await rowsOf(orders, { ...LINE, ...counted });
  const lines = new Map(rows.map((row) => [row.reference, lineOf(row)]));
  return references.flatMap((reference) => lines.get(reference) ?? []);
}

function lineOf(row: Line): OrderLine {
  return {
    reference: row.reference,
    customerName: row.customer_name,
    customerNumber: row.customer_id,
    venueId: row.venue_id,
    showTitle: row.show_title,
    performanceAt: toIso(row.starts_at),
    status: row.status,
    waitsFor: row.waits_for,
    deadlineAt: toIsoOrNone(row.deadline_at),
    seatCount: row.seat_count,
    seatsUnderReview: row.seats_under_review,
    total: cents(row.total),
    placedAt: toIso(row.placed_at),
  };
}
