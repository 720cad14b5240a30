import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { TillTotal } from '../../ports/sale/receipts';

interface Row {
  readonly till_operator: string;
  readonly method: string;
  readonly count: number;
  readonly amount: number | string;
}

interface Span {
  readonly from: string;
  readonly until: string;
}

/** All that came in counts on its day, whatever became of it later; what went back counts on the day it left. */
export async function tillTotals(knex: Knex, span: Span): Promise<readonly TillTotal[]> {
  const received = await summed(knex('payments'), 'paid_at', span);
  const givenBack = await summed(knex('refunds'), 'at', span);
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

function summed(table: Knex.QueryBuilder, column: string, { from, until }: Span): Promise<readonly Row[]> {
  return table
    .where(column, '>=', new Date(from))
    .where(column, '<', new Date(until))
    .groupBy('till_operator', 'method')
    .select('till_operator', 'method')
    .count({ count: '*' })
    .sum({ amount: 'amount' });
}

function keyOf({ till_operator, method }: Pick<Row, 'till_operator' | 'method'>): string {
  return `${till_operator}\n${method}`;
}

function sumOf(row: Row | undefined) {
  return { count: row?.count ?? 0, amount: cents(Number(row?.amount ?? 0)) };
}
