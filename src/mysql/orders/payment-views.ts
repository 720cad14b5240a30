import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { PaymentView } from '../../domain/order-view';
import { toIso, toIsoOrNone } from '../column-values';

interface Row {
  readonly id: number;
  readonly reference: string;
  readonly amount: number;
  readonly refunded: number | string | null;
  readonly method: string;
  readonly channel: string;
  readonly till_operator: string;
  readonly status: PaymentView['status'];
  readonly paid_at: Date;
  readonly refunded_at: Date | null;
  readonly upgrade_of: number | null;
  readonly verdict: string | null;
}

/** What came in for an order, and what of it went back; those that nobody paid are left out. */
export async function paymentViews(knex: Knex, order: string): Promise<readonly PaymentView[]> {
  const refunded = knex('refunds').sum('amount').whereRaw('refunds.payment_id = payments.id');
  const rows: readonly Row[] = await knex('payments')
    .where({ order_reference: order })
    .whereNotNull('paid_at')
    .orderBy('id')
    .select('payments.*', { refunded });
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    amount: cents(row.amount),
    refunded: cents(Number(row.refunded ?? 0)),
    method: row.method,
    channel: row.channel,
    operator: row.till_operator,
    status: row.status,
    paidAt: toIso(row.paid_at),
    refundedAt: toIsoOrNone(row.refunded_at),
    upgradeOf: row.upgrade_of ?? undefined,
    tooMany: row.verdict === 'second',
  }));
}
