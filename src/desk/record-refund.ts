import { Refusal } from '../domain/refusal';
import type { OrderView, PaymentView } from '../domain/order-view';
import type { Orders } from '../ports/orders';
import type { OrderRuns } from '../ports/order-runs';
import type { Reach } from './reach-story';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'story'>;
  readonly runs: Pick<OrderRuns, 'recordRefund'>;
  readonly reach: Reach;
}

/**
 * Staff have given money back: one payment too many by its id, or what is owed for the order. The record says whose payment
 * it is and whether it is owed; the story, that it is obeyed once.
 */
export function createRecordRefund({ orders, runs, reach }: Needs): OrderRuns['recordRefund'] {
  return async (order, { payment, ...head }) => {
    const send = (one: number | undefined) => reach(order, head, () => runs.recordRefund(order, { ...head, payment: one }));
    const view = await orders.view(order);
    if (!view) throw new Refusal('order-not-found', `No order ${order}.`);
    const named = payment === undefined ? undefined : paymentIn(view, payment);
    const tooMany = named?.tooMany ? named.id : undefined;
    const story = await orders.story(order);
    if (!story?.seen.includes(head.command)) refuseNotDue(view, named);
    return send(tooMany);
  };
}

function paymentIn({ reference, payments }: OrderView, id: number): PaymentView {
  const payment = payments.find((one) => one.id === id);
  if (!payment) throw new Refusal('payment-unknown', `Order ${reference} has no payment ${id}.`, { payment: id });
  return payment;
}

/** The order's own payments go back together, with the order; one too many goes back by itself. */
function refuseNotDue({ payment: ofOrder, reference }: OrderView, named: PaymentView | undefined): void {
  const state = named?.tooMany ? named.status : ofOrder;
  if (state === 'refunded' || named?.status === 'refunded')
    throw new Refusal('already-refunded', `${named?.reference ?? reference} was refunded before.`);
  if (state !== 'refund-due') throw new Refusal('refund-not-due', `No refund of ${named?.reference ?? reference} is due.`, { state });
}
