import type { Knex } from 'knex';
import { bringsTickets, letterKey } from '../../domain/letter';
import type { LateBounce } from '../../ports/mail/inbound-mail';
import { toIso } from '../column-values';
import { columns, firstOf } from '../rows';
import { letterSubject } from '../schema/json-columns';

const LATE = {
  ...columns('outgoing_mail', 'kind', 'about'),
  order: 'outgoing_mail.order_reference!',
  correctedAt: 'orders.address_corrected_at!',
} as const;

/** A letter to the customer that left before the address was put right, came back after, and has not been followed. */
export async function lateBounce(trx: Knex.Transaction, id: number): Promise<LateBounce | undefined> {
  const returned = trx('outgoing_mail')
    .join('orders', 'orders.reference', 'outgoing_mail.order_reference')
    .where({ id, state: 'bounced', recipient: 'spectator' })
    .whereRaw('outgoing_mail.sent_at < orders.address_corrected_at and outgoing_mail.ended_at >= orders.address_corrected_at');
  const row = await firstOf(returned, LATE);
  if (!row) return undefined;
  const letter = { kind: row.kind, order: row.order, about: letterSubject(row.about) };
  if (await isFollowed(trx, letter, row.correctedAt)) return undefined;
  return { letter, correctedAt: toIso(row.correctedAt) };
}

/** By tickets sent again, which are all of them; by the same letter once more, whose key goes on where the first one's ends. */
async function isFollowed(trx: Knex.Transaction, { kind, order, about }: LateBounce['letter'], correctedAt: Date): Promise<boolean> {
  const { again: _again, ...first } = about;
  const said = `${letterKey({ kind, order, about: first })}:`;
  const successor: unknown = await trx('outgoing_mail')
    .where({ order_reference: order })
    .where(
      (one) =>
        void one.where({ state: 'queued' }).orWhere((sent) => void sent.where({ state: 'sent' }).where('sent_at', '>=', correctedAt)),
    )
    .modify((one) => {
      if (bringsTickets(kind)) void one.where({ kind: 'tickets-again' });
      else void one.whereRaw('left(letter_key, ?) = ?', [said.length, said]);
    })
    .first('id');
  return successor !== undefined;
}
