import type { LetterName } from '../../../domain/letter';
import { cents, total } from '../../../domain/money';
import { paidFor } from '../../orders/paid-for-seat';
import { columns, computed, rowsOf, type Selected } from '../../rows';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** A whole payment too many is owed, or what was paid for some seats: with the last of them all that the order has paid. */
export async function markRefundDue({ trx, at, change }: Writing, effect: EffectOf<'refund-due'>): Promise<readonly LetterName[]> {
  const { order, seats } = change.state;
  const { payment } = effect;
  if (payment !== undefined) {
    await trx('payments').where({ id: payment, order_reference: order }).update({ status: 'refund-due', verdict: 'second' });
    return [];
  }
  await trx('positions')
    .where({ order_reference: order })
    .whereIn('no', [...effect.seats])
    .update({ voided_at: at });
  const isOver = seats.every((seat) => seat.delivery === 'void');
  if (isOver)
    await trx('payments').where({ order_reference: order, status: 'paid' }).where('amount', '>', 0).update({ status: 'refund-due' });
  return [];
}

/** Each payment that gives something back gets a line of its own, on this day, in the till that had taken it. */
export async function markRefundDone(writing: Writing, effect: EffectOf<'refund-done'>): Promise<readonly LetterName[]> {
  const { payment } = effect;
  const payments = await paymentsOf(writing);
  if (payment === undefined) {
    const owed = await leaveSeats(writing, effect.seats);
    await giveBack(writing, { payments: payments.filter((one) => one.verdict !== 'second'), owed });
  } else {
    const named = payments.filter(({ id, status }) => id === payment && status === 'refund-due');
    await giveBack(writing, { payments: named, owed: total(named.map(leftOf)) });
  }
  return [];
}

const PAYMENT = {
  ...columns('payments', 'id', 'amount', 'method', 'channel', 'till_operator', 'status', 'verdict', 'upgrade_of'),
  paid_at: 'payments.paid_at!',
} as const;

type Payment = Selected<typeof PAYMENT> & { readonly refunded: string | null };

export function paymentsOf({ trx, change }: Writing): Promise<readonly Payment[]> {
  const refunded = trx('refunds').sum('amount').whereRaw('refunds.payment_id = payments.id');
  const paid = trx('payments').where({ order_reference: change.state.order }).whereNotNull('paid_at').orderBy('id');
  return rowsOf(paid, { ...PAYMENT, refunded: computed<string | null>(refunded) });
}

/** What those seats had cost, now that they count as given back. */
async function leaveSeats({ trx, at, change }: Writing, seats: readonly number[] | undefined): Promise<number> {
  const leaving = () => {
    const query = trx('positions').where({ order_reference: change.state.order, delivery: 'void' }).whereNull('refunded_at');
    return seats === undefined ? query : query.whereIn('no', [...seats]);
  };
  const owed = await paidFor(trx, leaving());
  await leaving().update({ refunded_at: at });
  return owed;
}

/** The first payment gives first; no payment gives more than came in by it. */
async function giveBack(writing: Writing, { payments, owed }: { readonly payments: readonly Payment[]; readonly owed: number }) {
  let rest = owed;
  for (const payment of payments) {
    const amount = Math.min(rest, leftOf(payment));
    if (amount > 0) await writeRefund(writing, payment, amount);
    rest -= amount;
  }
}

export async function writeRefund({ trx, at, change }: Writing, payment: Payment, amount: number): Promise<void> {
  const { id, method, channel, till_operator } = payment;
  const { order, seq } = change.state;
  await trx('refunds').insert({ order_reference: order, payment_id: id, amount, method, channel, till_operator, at, story_seq: seq });
  if (amount === leftOf(payment)) await trx('payments').where({ id }).update({ status: 'refunded', refunded_at: at });
}

function leftOf({ amount, refunded }: Payment) {
  return cents(amount - Number(refunded ?? 0));
}
