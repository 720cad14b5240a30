import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { OrderStatus } from '../../domain/order/summary';
import type { OrderLine } from '../../ports/orders';
import { toIso, toIsoOrNone } from '../column-values';

interface Row {
  readonly reference: string;
  readonly customer_name: string;
  readonly customer_id: number;
  readonly venue_id: number;
  readonly show_title: string;
  readonly starts_at: Date;
  readonly status: OrderStatus;
  readonly waits_for: string;
  readonly deadline_at: Date | null;
  readonly seat_count: number;
  readonly seats_under_review: number;
  readonly total: number;
  readonly placed_at: Date;
}

/** In the order of the references given. */
export async function orderLines(knex: Knex, references: readonly string[]): Promise<readonly OrderLine[]> {
  if (references.length === 0) return [];
  const seats = () => knex('positions').count('*').whereRaw('positions.order_reference = orders.reference');
  const rows: readonly Row[] = await knex('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('shows', 'shows.id', 'performances.show_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .whereIn('orders.reference', [...references])
    .select(
      'orders.reference',
      'orders.customer_id',
      'orders.status',
      'orders.waits_for',
      'orders.deadline_at',
      'orders.total',
      'orders.placed_at',
      'performances.starts_at',
      'rooms.venue_id',
      { customer_name: 'customers.name', show_title: 'shows.title' },
    )
    .select({ seat_count: seats(), seats_under_review: seats().where({ proof: 'under-review' }) });
  const lines = new Map(rows.map((row) => [row.reference, lineOf(row)]));
  return references.flatMap((reference) => lines.get(reference) ?? []);
}

function lineOf(row: Row): OrderLine {
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
