import type { Knex } from 'knex';
import type { Language } from '../../domain/language';
import { summary } from '../../domain/order/summary';
import { nextTimer } from '../../domain/order/timers';
import { paidFor } from '../orders/paid-for-seat';
import { columns, computed, firstOf } from '../rows';
import type { Writing } from './writing';

export interface LockedOrder {
  /** Of the last change recorded. */
  readonly seq: number;
  readonly waitsFor: string;
  readonly language: Language;
  /** Somebody to whom a counter has sold without an address is written nothing. */
  readonly hasAddress: boolean;
}

/** Always the first row that a change locks, so that two of them never wait for each other. */
export async function lockOrder(trx: Knex.Transaction, reference: string): Promise<LockedOrder> {
  const order = trx('orders').where({ reference }).forUpdate();
  const row = await firstOf(order, {
    ...columns('orders', 'story_seq', 'waits_for', 'language'),
    has_address: computed<number>(trx.raw(HAS_ADDRESS)),
  });
  if (!row) throw new Error(`No order ${reference} to record the story of.`);
  return { seq: row.story_seq, waitsFor: row.waits_for, language: row.language, hasAddress: Boolean(row.has_address) };
}

const HAS_ADDRESS = '(select email is not null from customers where customers.id = orders.customer_id)';

export async function writeOrder({ trx, change, at }: Writing, before: LockedOrder): Promise<void> {
  const { state } = change;
  const { status, waitsFor } = summary(state);
  const timer = nextTimer(state);
  await trx('orders')
    .where({ reference: state.order })
    .update({
      story: JSON.stringify(state),
      story_seq: state.seq,
      status,
      waits_for: waitsFor,
      ...(waitsFor === before.waitsFor ? {} : { waits_since: at }),
      payment: state.payment,
      deadline_at: new Date(state.deadlineAt),
      next_timer_at: timer ? new Date(timer.at) : null,
    });
}

/** A story that began under an earlier release takes what was free for money that is owed: the record knows what was paid. */
export async function settleWhatOwesNothing({ trx, change: { state } }: Writing): Promise<void> {
  if (state.payment !== 'refund-due') return;
  const owed = await paidFor(trx, trx('positions').where({ order_reference: state.order, delivery: 'void' }).whereNull('refunded_at'));
  if (owed > 0) return;
  const { status, waitsFor } = summary({ ...state, payment: 'paid' });
  await trx('orders').where({ reference: state.order }).update({ payment: 'paid', status, waits_for: waitsFor });
}
