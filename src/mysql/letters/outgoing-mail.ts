import type { Knex } from 'knex';
import type { Language } from '../../domain/language';
import { LETTER_HEADS, letterKey, type LetterKind, type LetterName, type LetterSubject } from '../../domain/letter';
import { letterSubject } from '../schema/json-columns';
import type { NewRow } from '../schema/tables';
import type { Writing } from '../story/writing';

/** Staff read French whatever the spectator reads. */
const LANGUAGE_OF_THE_VENUE: Language = 'fr';

/**
 * With the change that asks for them; a key that exists already is left as it is. Without an address none is written to the
 * spectator: what is not written counts as handed over, for the tickets are printed at the counter.
 */
export async function insertLetters({ trx, change, at, language, hasAddress }: Writing, asked: readonly LetterName[]): Promise<void> {
  const letters = asked.filter(({ kind }) => hasAddress || LETTER_HEADS[kind].to !== 'spectator');
  if (letters.length === 0) return;
  const { order, seq } = change.state;
  const rows = letters.map((name): NewRow<'outgoing_mail'> => {
    const recipient = LETTER_HEADS[name.kind].to;
    return {
      letter_key: letterKey(name),
      kind: name.kind,
      order_reference: order,
      story_seq: seq,
      language: recipient === 'spectator' ? language : LANGUAGE_OF_THE_VENUE,
      about: JSON.stringify(name.about),
      recipient,
      reviewer_id: name.about.reviewer ?? null,
      state: 'queued',
      created_at: at,
    };
  });
  // not `insert ignore`, which would also swallow a value that does not fit
  await trx('outgoing_mail').insert(rows).onConflict('letter_key').merge(['letter_key']);
}

/** Those of one change, or of the whole story, in the order in which they were asked for. */
export async function unsentKeys(knex: Knex, order: string, seq?: number): Promise<readonly string[]> {
  const queued = knex('outgoing_mail').where({ order_reference: order, state: 'queued' });
  const ofStory = seq === undefined ? queued.whereNotNull('story_seq') : queued.where({ story_seq: seq });
  return ofStory.orderBy('id').pluck('letter_key');
}

/** They have not left yet, and what they say is true no more. */
export async function withdrawLetters(
  trx: Knex.Transaction,
  which: { readonly order: string; readonly kinds: readonly LetterKind[] },
): Promise<void> {
  await trx('outgoing_mail')
    .where({ order_reference: which.order, state: 'queued' })
    .whereIn('kind', [...which.kinds])
    .update({ state: 'withdrawn' });
}

/** Letters that would carry tickets of which none is valid any more. */
export async function withdrawTickets(trx: Knex.Transaction, order: string): Promise<void> {
  const queued = await trx('outgoing_mail')
    .where({ order_reference: order, state: 'queued' })
    .whereIn('kind', ['tickets', 'tickets-again', 'venue-copy'])
    .select('id', 'about');
  if (queued.length === 0) return;
  const valid = await trx('tickets').where({ order_reference: order, admission: 'valid' }).pluck('release_no');
  const empty = queued.filter(({ about }) => isEmpty(letterSubject(about), valid));
  if (empty.length > 0)
    await trx('outgoing_mail')
      .whereIn(
        'id',
        empty.map(({ id }) => id),
      )
      .update({ state: 'withdrawn' });
}

function isEmpty(about: LetterSubject, validReleases: readonly number[]): boolean {
  if (about.copyOf === 'confirmation') return false;
  return about.release === undefined ? validReleases.length === 0 : !validReleases.includes(about.release);
}
