import type { Knex } from 'knex';
import type { Told } from '../../ports/mail/letters';
import type { ToldRelease } from '../../ports/story-record';
import { letterSubject } from '../schema/json-columns';
import type { Row } from '../schema/tables';

export const CARRYING = ['kind', 'state', 'about', 'told_seq', 'order_reference', 'sent_at'] as const;

type Carrying = Pick<Row<'outgoing_mail'>, (typeof CARRYING)[number]>;

/** Releases whose tickets did not leave: the last letter that carried them was refused by its host. */
export async function failedReleases(knex: Knex, order: string): Promise<readonly number[]> {
  return [...(await lastLetters(knex, order))].filter(([, { state }]) => state === 'failed').map(([release]) => release);
}

/** Of each release, what the last letter with its tickets knew of its order, where that was kept. */
export async function toldReleases(knex: Knex, order: string): Promise<readonly ToldRelease[]> {
  const told: ToldRelease[] = [];
  for (const [release, letter] of await lastLetters(knex, order)) {
    const knew = await toldOf(knex, letter);
    if (knew) told.push({ release, ...knew });
  }
  return told;
}

/** The seats are those whose tickets left with that letter (letters.ts). */
export async function toldOf(
  knex: Knex,
  { told_seq: seq, order_reference: order, sent_at: at }: Pick<Carrying, 'told_seq' | 'order_reference' | 'sent_at'>,
): Promise<Told | undefined> {
  if (seq === null || order === null || at === null) return undefined;
  return { seq, carried: await knex('positions').where({ order_reference: order, delivered_at: at }).orderBy('no').pluck('no') };
}

/** By release. */
async function lastLetters(knex: Knex, order: string): Promise<ReadonlyMap<number, Carrying>> {
  const letters = await knex('outgoing_mail')
    .where({ order_reference: order })
    .whereIn('kind', ['tickets', 'tickets-again'])
    .orderBy('id')
    .select(...CARRYING);
  const last = new Map<number, Carrying>();
  for (const letter of letters) {
    const { release } = letterSubject(letter.about);
    // Tickets sent again are those of every release so far.
    const carried = letter.kind === 'tickets-again' ? [...last.keys()] : release === undefined ? [] : [release];
    for (const one of carried) last.set(one, letter);
  }
  return last;
}
