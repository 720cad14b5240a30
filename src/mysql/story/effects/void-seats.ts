import type { LetterName } from '../../../domain/letter';
import { withdrawTickets } from '../../letters/outgoing-mail';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** Cancels the tickets, which keep their numbers; a letter that would carry none any more does not leave. */
export async function voidSeats({ trx, change, at }: Writing, { seats }: EffectOf<'void'>): Promise<readonly LetterName[]> {
  const { order } = change.state;
  await trx('tickets')
    .where({ order_reference: order, admission: 'valid' })
    .whereIn('seat', [...seats])
    .update({ admission: 'cancelled', cancelled_at: at });
  await withdrawTickets(trx, order);
  return [];
}
