import type { Knex } from 'knex';
import type { KeptMail } from '../../ports/mail/inbound-mail';
import { inTransaction } from '../transaction';
import { writeRaw } from './raw-mail';

/** So many mails of strangers are kept, the newest: each has a bounded size, and the mailbox itself has all of them. */
export const MOST_STRANGERS = 500;
/** An older flood goes in several steps. */
const AT_ONCE = 200;

/** Keeps these bytes in the place of those that were stored before the mail was judged. */
export async function keep(knex: Knex, id: number, { raw, inPart = false, stranger = false }: KeptMail): Promise<void> {
  await inTransaction(knex, async (trx) => {
    await trx('inbound_mail').where({ id }).update({ in_part: inPart, stranger });
    await trx('inbound_mail_parts').where({ mail_id: id }).delete();
    await writeRaw(trx, id, raw);
  });
  if (stranger) await dropOldStrangers(knex);
}

/** The oldest of those that were judged go first, but none that a letter of ours still answers. */
async function dropOldStrangers(knex: Knex): Promise<void> {
  const [last] = await knex('inbound_mail').where({ stranger: true }).orderBy('id', 'desc').offset(MOST_STRANGERS).limit(1).pluck('id');
  if (last === undefined) return;
  const answered = knex('outgoing_mail')
    .where({ state: 'queued' })
    .whereRaw("letter_key = concat('answer:-:', inbound_mail.id)")
    .select('id');
  const ids = await knex('inbound_mail')
    .where({ stranger: true })
    .where('id', '<=', last)
    .whereNotNull('verdict')
    .whereNotExists(answered)
    .orderBy('id')
    .limit(AT_ONCE)
    .pluck('id');
  await inTransaction(knex, async (trx) => {
    await trx('inbound_mail_parts').whereIn('mail_id', ids).delete();
    await trx('inbound_mail').whereIn('id', ids).delete();
  });
}
