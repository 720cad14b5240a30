import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { DaySpan } from '../../ports/sale/day-span';
import type { TillTotal } from '../../ports/sale/receipts';
import { withinDays } from './within-days';

interface Row {
  readonly till_operator: string;
  readonly method: string;
  readonly count: number;
  readonly amount: number | string;
}

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

interface Moved {
  readonly table: 'payments' | 'refunds';
  readonly at: string;
  readonly days: readonly DaySpan[];
}

async function summed(knex: Knex, { table, at, days }: Moved): Promise<readonly Row[]> {
  const query = knex(table)
    .join('orders', 'orders.reference', `${table}.order_reference`)
    .groupBy(`${table}.till_operator`, `${table}.method`)
    .select(`${table}.till_operator`, `${table}.method`)
    .count({ count: '*' })
    .sum({ amount: `${table}.amount` });
  return withinDays(knex, query, { at, performance: 'orders.performance_id', days });
}

function keyOf({ till_operator, method }: Pick<Row, 'till_operator' | 'method'>): string {
  return `${till_operator}\n${method}`;
}

function sumOf(row: Row | undefined) {
  return { count: row?.count ?? 0, amount: cents(Number(row?.amount ?? 0)) };
}
