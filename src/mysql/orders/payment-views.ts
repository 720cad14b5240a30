import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { PaymentView } from '../../domain/order-view';
import { toIso, toIsoOrNone } from '../column-values';
import { paidStatus } from '../payments/paid-status';
import { columns, computed, rowsOf } from '../rows';

const PAYMENT = {
  ...columns(
    'payments',
    'id',
    'reference',
    'amount',
    'method',
    'channel',
    'till_operator',
    'status',
    'refunded_at',
    'upgrade_of',
    'verdict',
  ),
  paid_at: 'payments.paid_at!',
} as const;

/** What came in for an order, and what of it went back; those that nobody paid are left out. */
export async function paymentViews(knex: Knex, order: string): Promise<readonly PaymentView[]> {
  const refunded = knex('refunds').sum('amount').whereRaw('refunds.payment_id = payments.id');
  const paid = knex('payments').where({ order_reference: order }).whereNotNull('paid_at').orderBy('id');
  const rows = await rowsOf(paid, { ...PAYMENT, refunded: computed<string | null>(refunded) });
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    amount: cents(row.amount),
    refunded: cents(Number(row.refunded ?? 0)),
    method: row.method,
    channel: row.channel,
    operator: row.till_operator,
    status: paidStatus(row),
    paidAt: toIso(row.paid_at),
    refundedAt: toIsoOrNone(row.refunded_at),
    upgradeOf: row.upgrade_of ?? undefined,
    tooMany: row.verdict === 'second',
  }));
}
