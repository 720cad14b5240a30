import { keptAddress } from '../../domain/mail-address';
import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { InboundMail, MailFilter, MailLine } from '../../ports/mail/inbound-mail';
import { toIso } from '../column-values';
import { countOf } from '../rows';
import type { Row } from '../schema/tables';
import { readRaw } from './raw-mail';
import { inOneStatement } from '../transaction';

type Settlement = Parameters<InboundMail['settle']>[1];

/** How many the « À vérifier » list has. */
export async function countToCheck(knex: Knex): Promise<number> {
  return countOf(knex('inbound_mail').where({ needs_a_person: true }).whereNull('settled_at'));
}

const OBEYED = ['applied', 'undone'];

/** Mails that are not judged yet are on no list. */
export async function listMails(knex: Knex, { show, verdict, order, sender, before, limit }: MailFilter): Promise<readonly MailLine[]> {
  const mails = knex('inbound_mail').whereNotNull('verdict').orderBy('id', 'desc').limit(limit);
  if (show === 'to-check') mails.where({ needs_a_person: true }).whereNull('settled_at');
  if (show === 'not-applied') mails.whereNotIn('verdict', OBEYED);
  if (verdict !== undefined) mails.where({ verdict });
  if (order !== undefined) mails.where({ order_reference: order });
  if (sender !== undefined) mails.where({ sender: keptAddress(sender) });
  if (before !== undefined) mails.where('id', '<', before);
  const rows = await mails;
  return rows.map(lineOf);
}

export async function findMail(knex: Knex, id: number): Promise<(MailLine & { readonly raw: Buffer }) | undefined> {
  const row = await knex('inbound_mail').where({ id }).first();
  return row && { ...lineOf(row), raw: await readRaw(knex, id) };
}

/** Two people may look at the same mail: the first settles it. */
export async function settle(knex: Knex, id: number, { how, by, at, reason }: Settlement): Promise<void> {
  const settled = await inOneStatement(() =>
    knex('inbound_mail')
      .where({ id })
      .whereNull('settled_at')
      .update({ settled_how: how, settled_by: by, settled_at: new Date(at), settled_reason: reason ?? null }),
  );
  if (settled > 0) return;
  const known: unknown = await knex('inbound_mail').where({ id }).first('id');
  if (known === undefined) throw new Refusal('mail-not-found', `No mail ${id}.`);
  throw new Refusal('mail-already-settled', `Mail ${id} was settled by somebody else.`);
}

function lineOf(row: Row<'inbound_mail'>): MailLine {
  return {
    id: row.id,
    receivedAt: toIso(row.received_at),
    verdict: row.verdict ?? '',
    why: row.why ?? '',
    order: row.order_reference ?? undefined,
    review: row.review_no ?? undefined,
    reviewer: row.reviewer_id ?? undefined,
    sender: row.sender ?? undefined,
    subject: row.subject ?? undefined,
    messageId: row.message_id ?? undefined,
    extract: row.extract ?? undefined,
    notUnderstood: row.not_understood ?? undefined,
    needsAPerson: Boolean(row.needs_a_person),
    ...(row.in_part && { inPart: true }),
    settled: settlementOf(row),
  };
}

function settlementOf({
  settled_how: how,
  settled_by: by,
  settled_at: at,
  settled_reason: reason,
}: Row<'inbound_mail'>): MailLine['settled'] {
  if (how === null || by === null || at === null) return undefined;
  return { how, by, at: toIso(at), reason: reason ?? undefined };
}
