import type { Knex } from 'knex';
import type { ListedPerformance } from '../../../domain/sale/offer';
import { toIso } from '../../column-values';
import { performanceRows, performanceView, type PerformanceRow } from '../performance';

interface Row extends PerformanceRow {
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly free: number;
}

/** What a channel has a rule for and is not over; online, what is published. */
export async function listedPerformances(knex: Knex, channel: string, now: Date): Promise<readonly ListedPerformance[]> {
  const free = knex('performance_places')
    .count('*')
    .whereRaw("performance_places.performance_id = performances.id and performance_places.status = 'free'")
    .whereRaw('performance_places.allocation <=> sale_rules.allocation');
  const rows: readonly Row[] = await performanceRows(knex)
    .join('sale_rules', 'sale_rules.performance_id', 'performances.id')
    .join('sales_channels', 'sales_channels.code', 'sale_rules.channel')
    .where('sale_rules.channel', channel)
    .where('performances.ends_at', '>', now)
    .whereRaw('(performances.published_at is not null or not sales_channels.online)')
    .orderBy(['performances.starts_at', 'performances.id'])
    .select('sale_rules.opens_at', 'sale_rules.closes_at', { free });
  return rows.map((row) => ({
    ...performanceView(row),
    venueId: row.venue_id,
    showId: row.show_id,
    salesOpenAt: toIso(row.opens_at),
    salesCloseAt: toIso(row.closes_at),
    free: row.free,
  }));
}
