import type { LetterName } from '../../../domain/letter';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** A whole payment too many is owed. What is owed for seats shows in the order and its seats. */
export async function markRefundDue({ trx }: Writing, { payment }: EffectOf<'refund-due'>): Promise<readonly LetterName[]> {
  if (payment !== undefined) await trx('payments').where({ id: payment }).update({ status: 'refund-due' });
  return [];
}

export async function markRefundDone({ trx, at }: Writing, { payment }: EffectOf<'refund-done'>): Promise<readonly LetterName[]> {
  if (payment !== undefined) await trx('payments').where({ id: payment }).update({ status: 'refunded', refunded_at: at });
  return [];
}
