import type { Knex } from 'knex';
import type { KeptMail, MailPlace, MailVerdict, StoredMail } from '../../ports/mail/inbound-mail';
import { cut, toIso } from '../column-values';
import { isDuplicate } from '../duplicate';
import { insertedId } from '../rows';
import { inOneStatement, inTransaction } from '../transaction';
import { writeRaw } from './raw-mail';

/** The row and all its bytes, or nothing: when this returns, the mail is ours whatever happens next. */
export async function store(
  knex: Knex,
  place: MailPlace,
  mail: KeptMail & { readonly size: number; readonly at: string },
): Promise<StoredMail> {
  const known = await findByPlace(knex, place);
  if (known) return known;
  try {
    return await inTransaction(knex, async (trx) => {
      const id = await insertedId(trx, 'inbound_mail', {
        ...columnsOf(place),
        size: mail.size,
        in_part: mail.inPart ?? false,
        received_at: new Date(mail.at),
      });
      await writeRaw(trx, id, mail.raw);
      return { id, receivedAt: mail.at, tries: 0 };
    });
  } catch (fault) {
    const other = isDuplicate(fault) ? await findByPlace(knex, place) : undefined;
    if (!other) throw fault;
    return other;
  }
}

export async function countFailure(knex: Knex, id: number): Promise<number> {
  return inTransaction(knex, async (trx) => {
    await trx('inbound_mail').where({ id }).increment('tries');
    const row = await trx('inbound_mail').where({ id }).first('tries');
    if (!row) throw new Error(`No mail ${id}.`);
    return row.tries;
  });
}

/** The unique key decides who was first; the same mail may ask again. */
export async function claim(knex: Knex, id: number, dedupeKey: string): Promise<boolean> {
  try {
    const claimed = await inOneStatement(() =>
      knex('inbound_mail').where({ id }).whereRaw('(dedupe_key is null or dedupe_key = ?)', [dedupeKey]).update({ dedupe_key: dedupeKey }),
    );
    return claimed === 1;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

/** A mail is judged once: a second verdict changes nothing. */
export async function judge(knex: Knex, id: number, verdict: MailVerdict): Promise<void> {
  await inOneStatement(() =>
    knex('inbound_mail')
      .where({ id })
      .whereNull('verdict')
      .update({
        verdict: verdict.verdict,
        why: verdict.why,
        order_reference: verdict.order ?? null,
        review_no: verdict.review ?? null,
        reviewer_id: verdict.reviewer ?? null,
        sender: cut(verdict.sender, 320),
        subject: cut(verdict.subject, TEXT),
        message_id: cut(verdict.messageId, TEXT),
        extract: cut(verdict.extract, TEXT),
        not_understood: cut(verdict.notUnderstood, TEXT),
        needs_a_person: verdict.needsAPerson,
      }),
  );
}

/** A TEXT column holds 65,535 bytes, a letter takes up to four. */
const TEXT = 16_000;

async function findByPlace(knex: Knex, place: MailPlace): Promise<StoredMail | undefined> {
  const row = await knex('inbound_mail').where(columnsOf(place)).first('id', 'received_at', 'verdict', 'needs_a_person', 'tries');
  if (!row) return undefined;
  const { id, tries } = row;
  return { id, receivedAt: toIso(row.received_at), verdict: row.verdict ?? undefined, needsAPerson: Boolean(row.needs_a_person), tries };
}

function columnsOf({ mailbox, uidValidity, uid }: MailPlace) {
  return { mailbox, uid_validity: uidValidity, uid };
}
