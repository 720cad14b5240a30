import type { LetterName } from '../../../domain/letter';
import { withdrawTickets } from '../../letters/outgoing-mail';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** Cancels the tickets, which keep their numbers; a letter that would carry none any more does not leave. */
export async function voidSeats({ trx, change, at }: Writing, { seats }: EffectOf<'void'>): Promise<readonly LetterName[]> {
  const { order } = change.state;
  const tickets = () => trx('tickets').where({ order_reference: order }).whereIn('seat', [...seats]); // prettier-ignore
  // Who is inside stays inside; but an entry that is taken back does not make the ticket good again.
  await tickets().where({ admission: 'used' }).whereNull('cancelled_at').update({ cancelled_at: at });
  await tickets().where({ admission: 'valid' }).update({ admission: 'cancelled', cancelled_at: at });
  await withdrawTickets(trx, order);
  return [];
}
