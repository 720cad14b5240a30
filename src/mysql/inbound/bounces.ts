import { keptAddress } from '../../domain/mail-address';
import type { Knex } from 'knex';
import { DAY } from '../../domain/time';
import type { Bounced, ReturnedLetter } from '../../ports/mail/inbound-mail';
import { tellUndelivered } from '../letters/undelivered';
import { lateBounce } from '../letters/late-bounce';
import { columns, firstOf, type Selected } from '../rows';
import { inTransaction } from '../transaction';

const LETTER = columns('outgoing_mail', 'id', 'kind', 'state', 'about', 'order_reference');

type Letter = Selected<typeof LETTER>;

/** A letter came back: marked, and told where an answer to it is awaited. `undefined`: none of ours. */
export async function markBounced(knex: Knex, returned: ReturnedLetter, at: string): Promise<Bounced | undefined> {
  return inTransaction(knex, async (trx) => {
    const letter = (await byMessageId(trx, returned)) ?? (await byRecipient(trx, returned, at));
    if (!letter) return undefined;
    const order = letter.order_reference ?? undefined;
    const isNew = letter.state === 'sent';
    if (isNew)
      await trx('outgoing_mail')
        .where({ id: letter.id, state: 'sent' })
        .update({ state: 'bounced', ended_at: new Date(at) });
    const late = await lateBounce(trx, letter.id);
    return { order, told: isNew ? await tellUndelivered(trx, letter, new Date(at)) : undefined, late };
  });
}

async function byMessageId(trx: Knex.Transaction, { messageId }: ReturnedLetter): Promise<Letter | undefined> {
  if (messageId === undefined) return undefined;
  return firstOf(trx('outgoing_mail').where({ message_id: messageId }), LETTER);
}

/** Hosts that send nothing of the letter back name its recipient at least: the last letter of the week to that address. */
const SOUGHT_MS = 7 * DAY;

async function byRecipient(trx: Knex.Transaction, { messageId, recipient }: ReturnedLetter, at: string): Promise<Letter | undefined> {
  if (messageId !== undefined || recipient === undefined) return undefined;
  const sent = trx('outgoing_mail')
    .leftJoin('orders', 'orders.reference', 'outgoing_mail.order_reference')
    .leftJoin('customers', 'customers.id', 'orders.customer_id')
    .leftJoin('reviewers', 'reviewers.id', 'outgoing_mail.reviewer_id')
    .whereIn('outgoing_mail.state', ['sent', 'bounced'])
    .where('outgoing_mail.created_at', '>', new Date(Date.parse(at) - SOUGHT_MS))
    .whereRaw(
      "lower(coalesce(outgoing_mail.address, if(outgoing_mail.recipient = 'reviewer', reviewers.address, if(outgoing_mail.recipient = 'spectator', customers.email, '')))) = ?",
      [keptAddress(recipient)],
    )
    .orderBy('outgoing_mail.id', 'desc');
  return firstOf(sent, LETTER);
}
