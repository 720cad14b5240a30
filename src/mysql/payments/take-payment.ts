import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import { FREE } from '../../domain/sale/channel';
import { Refusal } from '../../domain/refusal';
import type { CounterPayment, ReceivedPayment } from '../../ports/sale/payments';
import { inTransaction } from '../transaction';
import { addPayment } from './open-payment';
import { lockPaidOrder, payOrder } from './paid-order';

/** Cash or card across the counter: nothing to wait for, so the payment is written as it is made. */
export async function takePayment(knex: Knex, taken: CounterPayment): Promise<ReceivedPayment> {
  return inTransaction(knex, async (trx) => {
    const { order: reference } = taken;
    const order = await lockPaidOrder(trx, reference);
    if (!order) throw new Refusal('order-not-found', `No order ${reference}.`);
    const placed = await trx('orders').where({ reference }).first('total', 'channel', 'till_operator');
    if (!placed) throw new Error(`Order ${reference} has gone.`);
    const { total, channel = placed.channel, operator = placed.till_operator } = { ...taken, total: placed.total };
    const method = total === 0 ? FREE : taken.method;
    if (total > 0 && taken.method === FREE) throw new Error(`Order ${reference} is not free.`);
    const before = await trx('payments').where({ order_reference: reference, method, channel, status: 'paid' }).first('id');
    if (before) return { verdict: 'duplicate', order: reference, payment: before.id };
    const at = new Date(taken.at);
    if (order.payment !== 'pending' && order.payment !== 'failed')
      throw new Refusal('payment-not-open', `Order ${reference} is ${order.payment}.`);
    const verdict = await payOrder(trx, order, at);
    const money = { order: reference, amount: cents(total), method, at: taken.at };
    const { id } = await addPayment(trx, money, { status: 'paid', verdict, paid_at: at, channel, till_operator: operator });
    return { verdict, order: reference, payment: id };
  });
}
