import type { Outcome } from './effect';
import type { OrderEvent } from './event';
import { recordRefund } from './money';
import type { OrderState } from './state';

type RefundRecorded = Extract<OrderEvent, { kind: 'refund-recorded' }>;

/**
 * Money goes back when the story is over too: a payment that came after it, or one that stayed owed. Nobody runs the story
 * any more, so its letter is written apart; that the payment is owed was looked up in the record.
 */
export function refundAfterwards(state: OrderState, event: RefundRecorded): Outcome {
  const { payment } = event;
  const payments = [...(state.owed?.payments ?? []), ...(payment === undefined ? [] : [payment])];
  const next = recordRefund({ ...state, owed: state.owed && { ...state.owed, payments } }, event);
  return {
    ...next,
    effects: next.effects.filter(({ kind }) => kind !== 'letter'),
    state: { ...next.state, seen: [...state.seen, event.command], seq: state.seq + 1 },
  };
}
