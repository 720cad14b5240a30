import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import { INTERNET } from '../../domain/sale/channel';
import type { Receipt, ReceiptFilter, Receipts, TillTotal } from '../../ports/sale/receipts';
import { toIso } from '../column-values';

interface Row {
  readonly id: number;
  readonly reference: string;
  readonly order_reference: string;
  readonly amount: number;
  readonly channel: string;
  readonly till_operator: string;
  readonly method: string;
  readonly paid_at: Date;
  readonly status: string;
}

/** The money that came in, read from the payments: nothing is written twice. */
export function createReceipts({ knex }: { readonly knex: Knex }): Receipts {
  return {
    async list(filter) {
      const rows: readonly Row[] = await pageOf(knex, filter);
      const page = rows.slice(0, filter.limit);
      const last = page.at(-1);
      return {
        receipts: page.map(receiptOf),
        next: last && rows.length > page.length ? `${last.paid_at.getTime()}.${last.id}` : undefined,
      };
    },

    async totals({ from, until }) {
      const rows: readonly TotalRow[] = await knex('payments')
        .where({ status: 'paid' })
        .where('paid_at', '>=', new Date(from))
        .where('paid_at', '<', new Date(until))
        .groupBy('till_operator', 'method')
        .orderBy(['till_operator', 'method'])
        .select('till_operator', 'method', knex.raw('count(*) as count'), knex.raw('sum(amount) as amount'));
      return rows.map(totalOf);
    },

    operators: () => knex('till_operators').where({ active: true }).whereNot({ code: INTERNET }).orderBy('code').select('code', 'name'),
  };
}

function pageOf(knex: Knex, { from, until, channel, operator, after, limit }: ReceiptFilter): Knex.QueryBuilder {
  const query = knex('payments').whereNotNull('paid_at').orderBy([{ column: 'paid_at', order: 'desc' }, { column: 'id', order: 'desc' }]); // prettier-ignore
  if (from !== undefined) query.where('paid_at', '>=', new Date(from));
  if (until !== undefined) query.where('paid_at', '<', new Date(until));
  if (channel !== undefined) query.where({ channel });
  if (operator !== undefined) query.where({ till_operator: operator });
  const [, ms, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(after ?? '') ?? [];
  if (ms !== undefined && id !== undefined) {
    // one row behind another: an earlier time, or the same time and a smaller number
    query.whereRaw('(paid_at, id) < (?, ?)', [new Date(Number(ms)), Number(id)]);
  }
  return query.limit(limit + 1);
}

function receiptOf(row: Row): Receipt {
  return {
    reference: row.reference,
    order: row.order_reference,
    amount: cents(row.amount),
    channel: row.channel,
    operator: row.till_operator,
    method: row.method,
    paidAt: toIso(row.paid_at),
    status: row.status,
  };
}

interface TotalRow {
  readonly till_operator: string;
  readonly method: string;
  readonly count: number;
  readonly amount: number | string;
}

function totalOf({ till_operator: operator, method, count, amount }: TotalRow): TillTotal {
  return { operator, method, count, amount: cents(Number(amount)) };
}
