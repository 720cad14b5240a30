import { cents } from '../../../domain/money';
import type { LetterName } from '../../../domain/letter';
import { addPayment } from '../../payments/open-payment';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';
import { paymentsOf, writeRefund } from './refund';

/** Money across the counter: nothing to wait for, and the story that asks for it has heard of it. */
export async function takeDifference(writing: Writing, effect: EffectOf<'take-difference'>): Promise<readonly LetterName[]> {
  const { trx, change, at } = writing;
  const { order } = change.state;
  const { seat, method, channel, operator } = effect;
  const row = await trx('positions').where({ order_reference: order, no: seat }).first('to_full_price');
  if (!row) throw new Error(`No seat ${seat} of ${order}.`);
  const money = { order, amount: cents(row.to_full_price), upgradeOf: seat, method, at: at.toISOString() };
  await addPayment(trx, money, { status: 'paid', verdict: 'upgrade', paid_at: at, told_at: at, channel, till_operator: operator });
  return [];
}

/** A line of its own in the till that had taken it; and both days keep what they have counted. */
export async function giveDifferenceBack(writing: Writing, { seat }: EffectOf<'give-difference-back'>): Promise<readonly LetterName[]> {
  const { trx, change, at } = writing;
  const { order } = change.state;
  const taken = (await paymentsOf(writing)).findLast(({ upgrade_of, verdict, status }) => {
    return upgrade_of === seat && verdict === 'upgrade' && status === 'paid';
  });
  if (!taken) throw new Error(`No payment of the difference of seat ${seat} of ${order}.`);
  await writeRefund(writing, taken, taken.amount);
  await trx('differences_given_back').insert({ order_reference: order, seat, amount: taken.amount, taken_at: taken.paid_at, at });
  return [];
}

/** The ticket that is out stays the same one. */
export async function askAtDoor({ trx, change }: Writing, { seat, proof }: EffectOf<'ask-at-door'>): Promise<readonly LetterName[]> {
  await trx('tickets')
    .where({ order_reference: change.state.order, seat })
    .whereNot({ admission: 'cancelled' })
    .update({ proof_to_show: proof });
  return [];
}
