import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { SoldFilter, Statistics } from '../../ports/sale/statistics';
import { parseJson, toIso } from '../column-values';

interface Row {
  readonly channel: string;
  readonly online: number;
  readonly tariff_code: string;
  readonly tariff_name: unknown;
  readonly performance_id: number;
  readonly title: string;
  readonly starts_at: Date;
  readonly seats: number | string;
  readonly amount: number | string;
}

/** Seats paid and not given back, at what was paid for them: the difference to the full tariff too. */
export function createStatistics({ knex }: { readonly knex: Knex }): Statistics {
  return {
    async sold(filter) {
      const rows: readonly Row[] = await narrowed(soldSeats(knex), filter);
      return rows.map((row) => ({
        channel: row.channel,
        online: Boolean(row.online),
        tariff: { code: row.tariff_code, name: parseJson(row.tariff_name) },
        performance: { id: row.performance_id, showTitle: row.title, startsAt: toIso(row.starts_at) },
        seats: Number(row.seats),
        amount: cents(Number(row.amount)),
      }));
    },
  };
}

function soldSeats(knex: Knex): Knex.QueryBuilder {
  return knex('orders')
    .join('positions', 'positions.order_reference', 'orders.reference')
    .join('sales_channels', 'sales_channels.code', 'orders.channel')
    .join('tariffs', 'tariffs.code', 'positions.tariff_code')
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('shows', 'shows.id', 'performances.show_id')
    .where('orders.payment', 'paid')
    .whereNot('positions.proof', 'refunded')
    .groupBy('orders.channel', 'sales_channels.online', 'positions.tariff_code', 'tariffs.name', 'tariffs.sort')
    .groupBy('orders.performance_id', 'shows.title', 'performances.starts_at')
    .orderBy([{ column: 'performances.starts_at' }, { column: 'tariffs.sort' }, { column: 'orders.channel' }])
    .select('orders.channel', 'sales_channels.online', 'positions.tariff_code', 'orders.performance_id', 'shows.title', {
      tariff_name: 'tariffs.name',
      starts_at: 'performances.starts_at',
    })
    .select(
      knex.raw('count(*) as seats'),
      knex.raw("sum(positions.price + positions.fee + if(positions.proof = 'upgraded', positions.to_full_price, 0)) as amount"),
    );
}

function narrowed(query: Knex.QueryBuilder, { from, until, channel, performanceId }: SoldFilter): Knex.QueryBuilder {
  if (from !== undefined) query.where('orders.paid_at', '>=', new Date(from));
  if (until !== undefined) query.where('orders.paid_at', '<', new Date(until));
  if (channel !== undefined) query.where('orders.channel', channel);
  if (performanceId !== undefined) query.where('orders.performance_id', performanceId);
  return query;
}
