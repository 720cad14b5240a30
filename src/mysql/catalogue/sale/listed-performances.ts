import type { Knex } from 'knex';
import type { ListedPerformance } from '../../../domain/sale/offer';
import { takeable } from '../../../domain/sale/takeable';
import { toIso } from '../../column-values';
import { columns, computed, rowsOf } from '../../rows';
import { PERFORMANCE, performances, performanceView, type PerformanceRow } from '../performance';
import { tariffsByCode } from '../tariffs';
import { rulesByPerformance } from './kept-rules';

/** What a channel has a rule for and is not over; online, what is published. */
export async function listedPerformances(knex: Knex, channel: string, now: Date): Promise<readonly ListedPerformance[]> {
  const free = knex('performance_places')
    .count('*')
    .whereRaw("performance_places.performance_id = performances.id and performance_places.status = 'free'")
    .whereRaw('performance_places.allocation <=> sale_rules.allocation');
  const listed = performances(knex)
    .join('sale_rules', 'sale_rules.performance_id', 'performances.id')
    .join('sales_channels', 'sales_channels.code', 'sale_rules.channel')
    .where('sale_rules.channel', channel)
    .where('performances.ends_at', '>', now)
    .whereRaw('(performances.published_at is not null or not sales_channels.online)')
    .orderBy(['performances.starts_at', 'performances.id']);
  const rows = await rowsOf(listed, { ...PERFORMANCE, ...columns('sale_rules', 'opens_at', 'closes_at'), free: computed<number>(free) });
  const unsold = await unsoldAmong(knex, rows, channel);
  return rows.map((row) => ({
    ...performanceView(row),
    venueId: row.venue_id,
    showId: row.show_id,
    salesOpenAt: toIso(row.opens_at),
    salesCloseAt: toIso(row.closes_at),
    free: row.free,
    ...(unsold.has(row.id) && { unsold: true as const }),
  }));
}

/** Old catalogues have rules of which nothing can be had: no offer is made of them (catalogue.ts). */
async function unsoldAmong(knex: Knex, rows: readonly PerformanceRow[], channel: string): Promise<ReadonlySet<number>> {
  const rules = await rulesByPerformance(
    knex,
    rows.map(({ id }) => id),
    channel,
  );
  const shows = [...new Set(rows.map(({ show_id }) => show_id))];
  const grid = knex('price_grid').whereIn('show_id', shows).whereNotNull('price').distinct();
  const priced = await rowsOf(grid, columns('price_grid', 'show_id', 'tariff_code'));
  const tariffs = (await tariffsByCode(knex, [...new Set(priced.map(({ tariff_code }) => tariff_code))])).map(({ view, ...counted }) => ({
    ...counted,
    name: view({ performance: NO_DAY }).name,
  }));
  const isUnsold = ({ id, show_id }: PerformanceRow) => {
    const rule = rules.get(id);
    const codes = priced.filter((one) => one.show_id === show_id && rule?.tariffs.includes(one.tariff_code)).map((one) => one.tariff_code);
    return takeable(tariffs.filter(({ code }) => codes.includes(code)), rule?.maxSeats ?? 0).length === 0; // prettier-ignore
  };
  return new Set(rows.filter(isUnsold).map(({ id }) => id));
}

/** A name says no day. */
const NO_DAY = { fr: '', en: '' };
