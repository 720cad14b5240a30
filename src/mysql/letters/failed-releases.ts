import type { Knex } from 'knex';
import type { LetterSubject } from '../../domain/letter';
import type { ToldRelease } from '../../ports/story-record';
import { parseJson } from '../column-values';

interface Row {
  readonly kind: 'tickets' | 'tickets-again';
  readonly state: string;
  readonly about: unknown;
  readonly told_seq: number | null;
}

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
async function lastLetters(knex: Knex, order: string): Promise<ReadonlyMap<number, Row>> {
  const letters: readonly Row[] = await knex('outgoing_mail')
    .where({ order_reference: order })
    .whereIn('kind', ['tickets', 'tickets-again'])
    .orderBy('id')
    .select('kind', 'state', 'about', 'told_seq');
  const last = new Map<number, Row>();
  for (const letter of letters) {
    const { release }: LetterSubject = parseJson(letter.about);
    // Tickets sent again are those of every release so far.
    const carried = letter.kind === 'tickets-again' ? [...last.keys()] : release === undefined ? [] : [release];
    for (const one of carried) last.set(one, letter);
  }
  return last;
}
