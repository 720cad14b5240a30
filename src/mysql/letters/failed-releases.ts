import type { Knex } from 'knex';
import type { ToldRelease } from '../../ports/story-record';
import { letterSubject } from '../schema/json-columns';
import type { Row } from '../schema/tables';

const CARRYING = ['kind', 'state', 'about', 'told_seq'] as const;

type Carrying = Pick<Row<'outgoing_mail'>, (typeof CARRYING)[number]>;

/** Releases whose tickets did not leave: the last letter that carried them was refused by its host. */
export async function failedReleases(knex: Knex, order: string): Promise<readonly number[]> {
  return [...(await lastLetters(knex, order))].filter(([, { state }]) => state === 'failed').map(([release]) => release);
}

/** Of each release, the last change that the last letter with its tickets knew of, where that was kept. */
export async function toldReleases(knex: Knex, order: string): Promise<readonly ToldRelease[]> {
  const letters = [...(await lastLetters(knex, order))];
  return letters.flatMap(([release, { told_seq: seq }]) => (seq === null ? [] : [{ release, seq }]));
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
