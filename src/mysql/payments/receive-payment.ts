import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import { Refusal, type RefusalCode } from '../../domain/refusal';
import type { PaymentVerdict, ReceivedPayment } from '../../ports/sale/payments';
import { isOver } from '../../domain/order/timers';
import { storyOfOrder } from '../orders/stories';
import { isDuplicate } from '../duplicate';
import { inTransaction } from '../transaction';
import type { Row } from '../schema/tables';
import { acceptedBefore, columnsOf, recordAccepted, recordRefused, type Arrival } from './notifications';
import { addPayment } from './open-payment';
import { lockPaidOrder, payOrder, type LockedOrder } from './paid-order';

type Payment = Row<'payments'>;

/** The notification and what it means are written together; what the rules refuse is written too. */
export async function receivePayment(knex: Knex, arrival: Arrival): Promise<ReceivedPayment> {
  try {
    return await receiveOnce(knex, arrival);
  } catch (fault) {
    if (fault instanceof Refusal) await recordRefused(knex, { ...columnsOf(arrival), code: fault.code });
    throw fault;
  }
}

/** The same transaction may come in twice at the same moment, for payments of different orders: then the other was first. */
async function receiveOnce(knex: Knex, arrival: Arrival): Promise<ReceivedPayment> {
  const once = () => inTransaction(knex, (trx) => receive(trx, arrival));
  return once().catch((fault: unknown) => (isDuplicate(fault) ? once() : Promise.reject(fault)));
}

/** The order is locked first: whatever else comes for it waits here. */
async function receive(trx: Knex.Transaction, arrival: Arrival): Promise<ReceivedPayment> {
  const { notification } = arrival;
  const named = await trx('payments').where({ reference: notification.reference }).first();
  if (!named) throw refusal('payment-unknown', arrival);
  if (named.amount !== notification.amount || notification.currency !== 'EUR') throw refusal('payment-wrong-amount', arrival);
  const order = await lockPaidOrder(trx, named.order_reference);
  if (!order) throw new Error(`Payment ${named.reference} is of no order.`);
  const before = await acceptedBefore(trx, arrival);
  if (before !== undefined && before !== named.reference) throw refusal('payment-replayed', arrival);
  if (before !== undefined) return answer(named, 'duplicate');
  await recordAccepted(trx, arrival);
  // read again: what was read before the lock may be old
  const payment = await trx('payments').where({ id: named.id }).first();
  if (!payment) throw new Error(`Payment ${named.reference} has gone.`);
  return notification.result === 'paid' ? money(trx, { arrival, order, payment }) : noMoney(trx, { arrival, order, payment });
}

interface Case {
  readonly arrival: Arrival;
  readonly order: LockedOrder;
  readonly payment: Payment;
}

async function money(trx: Knex.Transaction, { arrival, order, payment }: Case): Promise<ReceivedPayment> {
  const { at, notification } = arrival;
  const paid = { paid_at: at, transaction_no: notification.transaction, next_ask_at: null };
  if (payment.status !== 'open' && payment.status !== 'refused') return paidTwice(trx, payment, paid);
  const verdict = payment.upgrade_of === null ? await payOrder(trx, order, at) : await forASeat(trx, order);
  const status = verdict === 'refund-due' || verdict === 'second' ? 'refund-due' : 'paid';
  await trx('payments')
    .where({ id: payment.id })
    .update({ ...paid, status, verdict });
  return answer(payment, verdict);
}

/** A story that is over hears of no payment: nothing can be settled any more, and all of it is owed. */
async function forASeat(trx: Knex.Transaction, { reference }: LockedOrder): Promise<PaymentVerdict> {
  const story = await storyOfOrder(trx, reference);
  return story && isOver(story) ? 'second' : 'upgrade';
}

/** Two debits under one reference: the second gets a row of its own, to be given back. */
async function paidTwice(
  trx: Knex.Transaction,
  payment: Payment,
  paid: { readonly paid_at: Date; readonly transaction_no: string; readonly next_ask_at: null },
): Promise<ReceivedPayment> {
  const { order_reference: order, amount, method } = payment;
  const again = { order, amount: cents(amount), method, at: paid.paid_at.toISOString() };
  const { id } = await addPayment(trx, again, { ...paid, status: 'refund-due', verdict: 'second' });
  return { verdict: 'second', order, payment: id };
}

/** The hold goes on: another try may follow until it is over. */
async function noMoney(trx: Knex.Transaction, { order, payment }: Case): Promise<ReceivedPayment> {
  if (payment.status === 'open') {
    await trx('payments').where({ id: payment.id }).update({ status: 'refused', verdict: 'refused-by-provider' });
    if (payment.upgrade_of === null && order.payment === 'pending') {
      await trx('orders').where({ reference: order.reference }).update({ payment: 'failed' });
    }
  }
  return answer(payment, 'refused-by-provider');
}

function answer({ id, order_reference, upgrade_of }: Payment, verdict: PaymentVerdict | 'duplicate'): ReceivedPayment {
  return { verdict, order: order_reference, payment: id, upgradeOf: upgrade_of ?? undefined };
}

function refusal(code: RefusalCode, { notification: { reference, transaction } }: Arrival): Refusal {
  return new Refusal(code, `Notification ${transaction} for ${reference}.`, { reference });
}
