import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { SoldFilter, Statistics } from '../../ports/sale/statistics';
import { toIso } from '../column-values';
import { columns, computed, rowsOf, selecting } from '../rows';
import { tariffName } from '../schema/json-columns';
import { withinDays } from './within-days';
import { PAID_AT_FIRST, PAID_FOR_SEAT } from '../orders/paid-for-seat';

const MOVED = { channel: 'orders.channel', tariff_code: 'positions.tariff_code', performance_id: 'orders.performance_id' } as const;

const LINE = {
  ...columns('moves:orders', 'channel', 'performance_id'),
  ...columns('moves:positions', 'tariff_code'),
  ...columns('performances', 'starts_at'),
  ...columns('shows', 'title'),
  ...columns('rooms', 'venue_id'),
  ...columns('sales_channels', 'online'),
  tariff_name: 'tariffs.name',
} as const;

/** What was sold, what was paid later for it, and what went back, each on its own day: a day that is over does not change. */
export function createStatistics({ knex }: { readonly knex: Knex }): Statistics {
  return {
    async sold(filter) {
      const sums = sumsOf(knex, { seats: 'moves.seats', amount: 'moves.amount', owed: 'moves.owed' });
      const rows = await rowsOf(soldSeats(knex, filter), { ...LINE, ...sums });
      const lines = rows.map((row) => ({
        channel: row.channel,
        online: Boolean(row.online),
        tariff: { code: row.tariff_code, name: tariffName(row.tariff_name) },
        performance: { id: row.performance_id, venueId: row.venue_id, showTitle: row.title, startsAt: toIso(row.starts_at) },
        seats: Number(row.seats),
        amount: cents(Number(row.amount)),
        owed: cents(Number(row.owed)),
      }));
      return lines.filter(({ seats, amount, owed }) => seats !== 0 || amount !== 0 || owed !== 0);
    },
  };
}

/** What it adds, in SQL, on the day of `at`. */
interface Move {
  readonly at: string;
  readonly seats: string;
  readonly amount: string;
  readonly owed?: string;
}

const GIVEN_BACK_FOR_SEAT = `-(${PAID_FOR_SEAT})`;

/**
 * A seat is sold with its order; the difference comes later, or came and was given back; the seat goes back to sale, and its money is
 * owed until it leaves.
 */
const MOVES: readonly Move[] = [
  { at: 'orders.paid_at', seats: '1', amount: PAID_AT_FIRST },
  { at: 'positions.upgraded_at', seats: '0', amount: 'positions.to_full_price' },
  { at: 'given.taken_at', seats: '0', amount: 'given.amount' },
  { at: 'given.at', seats: '0', amount: '-cast(given.amount as signed)' },
  { at: 'positions.voided_at', seats: '-1', amount: '0', owed: PAID_FOR_SEAT },
  { at: 'positions.refunded_at', seats: '0', amount: GIVEN_BACK_FOR_SEAT, owed: GIVEN_BACK_FOR_SEAT },
];

const GIVEN_BACK = { 'given.order_reference': 'positions.order_reference', 'given.seat': 'positions.no' } as const;

function soldSeats(knex: Knex, filter: SoldFilter): Knex.QueryBuilder {
  const moves = knex.unionAll(MOVES.map((move) => movedSeats(knex, move, filter)));
  return knex(moves.as('moves'))
    .join('sales_channels', 'sales_channels.code', 'moves.channel')
    .join('tariffs', 'tariffs.code', 'moves.tariff_code')
    .join('performances', 'performances.id', 'moves.performance_id')
    .join('shows', 'shows.id', 'performances.show_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .groupBy('moves.channel', 'sales_channels.online', 'moves.tariff_code', 'tariffs.name', 'tariffs.sort')
    .groupBy('moves.performance_id', 'shows.title', 'performances.starts_at', 'rooms.venue_id')
    .orderBy([{ column: 'performances.starts_at' }, { column: 'tariffs.sort' }, { column: 'moves.channel' }]);
}

function movedSeats(
  knex: Knex,
  { at, seats, amount, owed = '0' }: Move,
  { days, from, until, channel, performanceId }: SoldFilter,
): Knex.QueryBuilder {
  const sold = knex('orders')
    .join('positions', 'positions.order_reference', 'orders.reference')
    .whereNotNull(at)
    .groupBy('orders.channel', 'positions.tariff_code', 'orders.performance_id');
  const query = selecting(sold, { ...MOVED, ...sumsOf(knex, { seats, amount, owed }) });
  if (at.startsWith('given.')) query.join({ given: 'differences_given_back' }, GIVEN_BACK);
  withinDays(knex, query, { at, performance: 'orders.performance_id', days: days ?? [{ from, until }] });
  if (channel !== undefined) query.where('orders.channel', channel);
  if (performanceId !== undefined) query.where('orders.performance_id', performanceId);
  return query;
}

function sumsOf(knex: Knex, { seats, amount, owed }: { readonly seats: string; readonly amount: string; readonly owed: string }) {
  const sum = (sql: string) => computed<string>(knex.raw(`sum(${sql})`));
  return { seats: sum(seats), amount: sum(amount), owed: sum(owed) };
}
