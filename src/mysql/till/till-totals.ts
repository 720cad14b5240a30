import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { DaySpan } from '../../ports/sale/day-span';
import type { TillTotal } from '../../ports/sale/receipts';
import { columns, computed, rowsOf } from '../rows';
import { withinDays } from './within-days';

/** All that came in counts on its day, whatever became of it later; what went back counts on the day it left. */
export async function tillTotals(knex: Knex, days: readonly DaySpan[]): Promise<readonly TillTotal[]> {
  const received = await summed(knex, { table: 'payments', at: 'payments.paid_at', days });
  const givenBack = await summed(knex, { table: 'refunds', at: 'refunds.at', days });
  const keys = new Map(
    [...received, ...givenBack].map(({ till_operator, method }) => [keyOf({ till_operator, method }), { till_operator, method }]),
  );
  return [...keys]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { till_operator: operator, method }]) => ({
      operator,
      method,
      ...sumOf(received.find((row) => keyOf(row) === key)),
      givenBack: sumOf(givenBack.find((row) => keyOf(row) === key)),
    }));
}

type Total = Awaited<ReturnType<typeof summed>>[number];

interface Moved {
  readonly table: 'payments' | 'refunds';
  readonly at: string;
  readonly days: readonly DaySpan[];
}

async function summed(knex: Knex, { table, at, days }: Moved) {
  const query = knex(table)
    .join('orders', 'orders.reference', `${table}.order_reference`)
    .groupBy(`${table}.till_operator`, `${table}.method`);
  const sums = { count: computed<number>(knex.raw('count(*)')), amount: computed<string>(knex.raw('sum(??)', [`${table}.amount`])) };
  const moved = withinDays(knex, query, { at, performance: 'orders.performance_id', days });
  return rowsOf(moved, { ...columns(table, 'till_operator', 'method'), ...sums });
}

function keyOf({ till_operator, method }: Pick<Total, 'till_operator' | 'method'>): string {
  return `${till_operator}\n${method}`;
}

function sumOf(row: Total | undefined) {
  return { count: row?.count ?? 0, amount: cents(Number(row?.amount ?? 0)) };
}
