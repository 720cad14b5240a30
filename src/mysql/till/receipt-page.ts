import type { Knex } from 'knex';
import { followsNothing } from '../../domain/catalogue/refused-entry';
import { cents } from '../../domain/money';
import type { Receipt, ReceiptFilter } from '../../ports/sale/receipts';
import { toIso } from '../column-values';
import { paidStatus } from '../payments/paid-status';
import { columns, rowsOf, type Selected } from '../rows';
import { instantOfMark } from '../page-mark';

const MOVED = ['id', 'order_reference', 'amount', 'channel', 'till_operator', 'method'] as const;

const RECEIPT = {
  ...columns('payments', ...MOVED, 'reference', 'status'),
  payment: 'payments.id',
  at: 'payments.paid_at!',
} as const;

/** The status is that of the payment that gave the money back. */
const DISBURSEMENT = {
  ...columns('refunds', ...MOVED, 'at'),
  ...columns('payments', 'reference', 'status'),
  payment: 'refunds.payment_id',
} as const;

interface Line {
  readonly kind: Receipt['kind'];
  readonly row: Selected<typeof RECEIPT>;
}

/** Newest first; of one instant, what went back stands before what came in. */
export async function receiptPage(
  knex: Knex,
  filter: ReceiptFilter,
): Promise<{ readonly receipts: readonly Receipt[]; readonly next?: string | undefined }> {
  const from = cursorIn(filter.after);
  const receipts = await rowsOf(narrowed(received(knex), filter, { kind: 'receipt', column: 'payments.paid_at', from }), RECEIPT);
  const returned = narrowed(givenBack(knex), filter, { kind: 'disbursement', column: 'refunds.at', from });
  const disbursements = await rowsOf(returned, DISBURSEMENT);
  const lines = [
    ...disbursements.map((row): Line => ({ kind: 'disbursement', row })),
    ...receipts.map((row): Line => ({ kind: 'receipt', row })),
  ].toSorted((a, b) => b.row.at.getTime() - a.row.at.getTime());
  const page = lines.slice(0, filter.limit);
  const last = page.at(-1);
  return { receipts: page.map(receiptOf), next: last && lines.length > page.length ? cursorOf(last) : undefined };
}

function received(knex: Knex): Knex.QueryBuilder {
  return knex('payments')
    .whereNotNull('paid_at')
    .orderBy([{ column: 'paid_at', order: 'desc' }, { column: 'id', order: 'desc' }]); // prettier-ignore
}

function givenBack(knex: Knex): Knex.QueryBuilder {
  return knex('refunds')
    .join('payments', 'payments.id', 'refunds.payment_id')
    .orderBy([{ column: 'refunds.at', order: 'desc' }, { column: 'refunds.id', order: 'desc' }]); // prettier-ignore
}

interface Side {
  readonly kind: Receipt['kind'];
  readonly column: 'payments.paid_at' | 'refunds.at';
  readonly from: Cursor | undefined;
}

function narrowed(query: Knex.QueryBuilder, { from, until, channel, operator, limit }: ReceiptFilter, side: Side): Knex.QueryBuilder {
  const table = side.kind === 'receipt' ? 'payments' : 'refunds';
  if (from !== undefined) query.where(side.column, '>=', new Date(from));
  if (until !== undefined) query.where(side.column, '<', new Date(until));
  if (channel !== undefined) query.where({ [`${table}.channel`]: channel });
  if (operator !== undefined) query.where({ [`${table}.till_operator`]: operator });
  if (side.from) behind(query, side.from, { ...side, id: `${table}.id` });
  return query.limit(limit + 1);
}

/** One row behind another: an earlier time; or the same time and, in its own list, a smaller number. */
function behind(query: Knex.QueryBuilder, { at, kind, id }: Cursor, side: Side & { readonly id: string }): void {
  if (kind === side.kind) query.whereRaw('(??, ??) < (?, ?)', [side.column, side.id, at, id]);
  else query.where(side.column, kind === 'disbursement' ? '<=' : '<', at);
}

interface Cursor {
  readonly at: Date;
  readonly kind: Receipt['kind'];
  readonly id: number;
}

function cursorOf({ kind, row }: Line): string {
  return `${row.at.getTime()}.${row.id}${kind === 'receipt' ? '' : '.d'}`;
}

function cursorIn(after: string | undefined): Cursor | undefined {
  if (after === undefined) return undefined;
  const [, ms, id, mark] = /^(\d{1,15})\.(\d{1,15})(\.d)?$/.exec(after) ?? [];
  if (ms === undefined || id === undefined) throw followsNothing();
  return { at: instantOfMark(ms), id: Number(id), kind: mark === undefined ? 'receipt' : 'disbursement' };
}

function receiptOf({ kind, row }: Line): Receipt {
  return {
    kind,
    payment: row.payment,
    reference: row.reference,
    order: row.order_reference,
    amount: cents(kind === 'receipt' ? row.amount : -row.amount),
    channel: row.channel,
    operator: row.till_operator,
    method: row.method,
    at: toIso(row.at),
    status: paidStatus(row),
  };
}
