import type { LetterName } from '../../../domain/letter';
import { takeNumbers } from '../ticket-numbers';
import { ticketUid } from '../../../domain/ticket';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** Adds the PDF product to the order, and a numbered ticket for each seat that leaves. */
export async function release(writing: Writing, effect: EffectOf<'release'>): Promise<readonly LetterName[]> {
  const { trx, change, at } = writing;
  const { order } = change.state;
  await trx('products').insert({
    order_reference: order,
    kind: 'pdf',
    release_no: effect.release,
    seats: JSON.stringify(effect.seats),
    added_at: at,
  });
  const issued = await trx('tickets').where({ order_reference: order }).pluck('seat');
  const first = await takeNumbers(trx, effect.seats.length);
  await trx('tickets').insert(
    effect.seats.map((seat, index) => ({
      number: first + index,
      uid: uidOf(order, seat, issued.filter((other) => other === seat).length),
      order_reference: order,
      seat,
      release_no: effect.release,
      admission: 'valid',
      proof_to_show: effect.atDoor.includes(seat),
      issued_at: at,
    })),
  );
  return [];
}

/** A seat whose ticket was cancelled can get another: the door must not take the one for the other. */
function uidOf(order: string, seat: number, issuedBefore: number): string {
  const uid = ticketUid(order, seat);
  return issuedBefore === 0 ? uid : `${uid}-${issuedBefore + 1}`;
}
