import { Refusal } from '../domain/refusal';
import type { RefusalCode } from '../domain/refusal';
import { refundAfterwards } from '../domain/order/refund-afterwards';
import { isOver } from '../domain/order/timers';
import type { OrderView, PaymentView } from '../domain/order-view';
import type { Clock } from '../ports/clock';
import type { Letters } from '../ports/mail/letters';
import type { Orders } from '../ports/orders';
import type { CommandHead, Obeyed, OrderRuns } from '../ports/order-runs';
import type { StoryRecord } from '../ports/story-record';
import type { Reach } from './reach-story';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'story'>;
  readonly runs: Pick<OrderRuns, 'recordRefund'>;
  readonly reach: Reach;
  readonly storyRecord: Pick<StoryRecord, 'record'>;
  readonly letters: Pick<Letters, 'write'>;
  readonly clock: Clock;
}

/**
 * Staff have given money back: one payment too many by its id, or what is owed for the order. The record says whose payment
 * it is and whether it is owed; the story, that it is obeyed once.
 */
export function createRecordRefund({ orders, runs, reach, storyRecord, letters, clock }: Needs): OrderRuns['recordRefund'] {
  return async (order, { payment, ...head }) => {
    const view = await orders.view(order);
    if (!view) throw new Refusal('order-not-found', `No order ${order}.`);
    const named = payment === undefined ? undefined : paymentIn(view, payment);
    const refund = { ...head, payment: named?.tooMany ? named.id : undefined };
    const story = await orders.story(order);
    if (!story?.seen.includes(head.command)) refuseNotDue(view, named);
    try {
      return await reach(order, head, () => runs.recordRefund(order, refund));
    } catch (fault) {
      if (fault instanceof Refusal && ENDED.includes(fault.code)) return afterwards(view, refund, fault);
      throw fault;
    }
  };

  /** The story is over, and the money is still owed. */
  async function afterwards(
    before: OrderView,
    refund: CommandHead & { readonly payment?: number | undefined },
    fault: Refusal,
  ): Promise<Obeyed> {
    const [view = before, story] = await Promise.all([orders.view(before.reference), orders.story(before.reference)]);
    // Somebody else may have given it back since it was looked up: told as to whoever asks later.
    refuseNotDueNow(view, refund);
    if (!story || !isOver(story)) {
      const isSame = fault.code === 'already-refunded';
      throw isSame ? fault : new Refusal('refund-not-due', `No refund of ${view.reference} is due.`);
    }
    const now = clock.now();
    const event = { ...refund, kind: 'refund-recorded', at: Date.parse(now) } as const;
    const { state, effects } = refundAfterwards(story, event);
    await storyRecord.record({ event, state, effects });
    // Of two at once the record takes the first.
    const written = await orders.story(view.reference);
    if (written && written.seq >= state.seq && !written.seen.includes(refund.command)) return afterwards(view, refund, fault);
    const { email: to } = view.customer;
    if (refund.payment === undefined && to !== undefined) {
      const about = { ...(story.owed && { seats: story.owed.seats }), count: story.seq };
      await letters.write({ kind: 'refunded', order: view.reference, about, language: view.language, to, at: now });
    }
    return { seq: state.seq, late: [] };
  }
}

/** What a story that is over answers. */
const ENDED: readonly RefusalCode[] = ['order-over', 'already-refunded', 'already-cancelled'];

function paymentIn({ reference, payments }: OrderView, id: number): PaymentView {
  const payment = payments.find((one) => one.id === id);
  if (!payment) throw new Refusal('payment-unknown', `Order ${reference} has no payment ${id}.`, { payment: id, field: 'payment' });
  return payment;
}

function refuseNotDueNow(view: OrderView, { payment }: { readonly payment?: number | undefined }): void {
  refuseNotDue(view, payment === undefined ? undefined : paymentIn(view, payment));
}

/** The order's own payments go back together, with the order; one too many goes back by itself. */
function refuseNotDue({ payment: ofOrder, reference }: OrderView, named: PaymentView | undefined): void {
  const state = named?.tooMany ? named.status : ofOrder;
  const member = named && { field: 'payment' };
  if (state === 'refunded' || named?.status === 'refunded')
    throw new Refusal('already-refunded', `${named?.reference ?? reference} was refunded before.`, member);
  if (state !== 'refund-due')
    throw new Refusal('refund-not-due', `No refund of ${named?.reference ?? reference} is due.`, { state, ...member });
  if (named && !named.tooMany) throw new Refusal('refund-not-due', `${named.reference} goes back with its order.`, { state, ...member });
}
