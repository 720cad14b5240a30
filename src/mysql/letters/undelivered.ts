import { isSameAddress, NEEDS_SMTPUTF8 } from '../../domain/mail-address';
import type { Knex } from 'knex';
import { letterKey } from '../../domain/letter';
import type { UndeliveredLetter } from '../../domain/order-view';
import { toIso } from '../column-values';
import { columns, firstOf, rowsOf } from '../rows';
import { letterSubject } from '../schema/json-columns';
import type { Row } from '../schema/tables';
import { writeLetter } from './write-letter';

type Lost = Pick<Row<'outgoing_mail'>, 'kind' | 'order_reference' | 'about'>;

/**
 * A request that did not reach its reviewer while an answer is still awaited: whoever stands above the reviewers hears of
 * it, or a colleague where that is the very address that is wrong. Gives the key of the letter that tells.
 */
export async function tellUndelivered(trx: Knex.Transaction, letter: Lost, at: Date): Promise<string | undefined> {
  const { review, reviewer } = letterSubject(letter.about);
  const { kind, order_reference: order } = letter;
  if ((kind !== 'review-request' && kind !== 'nudge') || order === null || review === undefined || reviewer === undefined) return undefined;
  const asked: unknown = await trx('review_reviewers')
    .where({ order_reference: order, review_no: review, reviewer_id: reviewer, state: 'open' })
    .first('version');
  const to = asked === undefined ? undefined : await somebodyElse(trx, reviewer);
  if (to === undefined) return undefined;
  const name = { kind: 'lost-request', order, about: { review, reviewer } } as const;
  const known: unknown = await trx('outgoing_mail')
    .where({ letter_key: letterKey(name) })
    .first('id');
  return known === undefined ? writeLetter(trx, { ...name, language: 'fr', to, at: at.toISOString() }) : undefined;
}

async function somebodyElse(trx: Knex.Transaction, reviewer: number): Promise<string | undefined> {
  const theirs = trx('reviewers').join('venues', 'venues.id', 'reviewers.venue_id').where('reviewers.id', reviewer);
  const lost = await firstOf(theirs, { ...columns('reviewers', 'address', 'venue_id'), escalation: 'venues.escalation_address' });
  if (!lost) return undefined;
  if (!isSameAddress(lost.escalation, lost.address)) return lost.escalation;
  const colleague = await trx('reviewers')
    .where({ venue_id: lost.venue_id, active: true })
    .whereNot({ id: reviewer })
    .orderBy('id')
    .first('address');
  return colleague?.address;
}

const LOST = {
  ...columns('outgoing_mail', 'kind', 'state', 'ended_at', 'recipient', 'why'),
  reviewer: 'reviewers.name?',
} as const;

/** The address is read as a letter leaves, not as it is written. */
const LEFT_AT = 'coalesce(outgoing_mail.sent_at, outgoing_mail.ended_at, outgoing_mail.created_at)';

/** Letters of an order that reached nobody, the newest first. */
export async function undeliveredLetters(knex: Knex, order: string): Promise<readonly UndeliveredLetter[]> {
  const letters = knex('outgoing_mail')
    .leftJoin('reviewers', 'reviewers.id', 'outgoing_mail.reviewer_id')
    .join('orders', 'orders.reference', 'outgoing_mail.order_reference')
    .where({ order_reference: order })
    .whereIn('state', ['bounced', 'failed'])
    // what left for the customer before the address was put right is no longer anybody's trouble: what of it still holds leaves once more
    .whereRaw(`(orders.address_corrected_at is null or recipient <> 'spectator' or ${LEFT_AT} >= orders.address_corrected_at)`)
    .orderBy('outgoing_mail.id', 'desc');
  const rows = await rowsOf(letters, LOST);
  return rows.map(({ kind, state, ended_at, reviewer, recipient, why }) => ({
    letter: kind,
    how: howLost({ state, why }),
    to: recipient === 'spectator' ? 'customer' : 'venue',
    reviewer: reviewer ?? undefined,
    at: ended_at === null ? undefined : toIso(ended_at),
  }));
}

export function howLost({ state, why }: { readonly state: string; readonly why: string | null }): UndeliveredLetter['how'] {
  if (state === 'bounced') return 'returned';
  return why === NEEDS_SMTPUTF8 ? 'unwritable' : 'refused';
}
