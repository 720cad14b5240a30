import type { Knex } from 'knex';
import type { LetterSubject } from '../../domain/letter';
import { parseJson } from '../column-values';

interface Row {
  readonly kind: 'tickets' | 'tickets-again';
  readonly state: string;
  readonly about: unknown;
}

/** Releases whose tickets did not leave: the last letter that carried them was refused by its host. */
export async function failedReleases(knex: Knex, order: string): Promise<readonly number[]> {
  const letters: readonly Row[] = await knex('outgoing_mail')
    .where({ order_reference: order })
    .whereIn('kind', ['tickets', 'tickets-again'])
    .orderBy('id')
    .select('kind', 'state', 'about');
  const last = new Map<number, string>();
  for (const { kind, state, about } of letters) {
    const { release }: LetterSubject = parseJson(about);
    // Tickets sent again are those of every release so far.
    const carried = kind === 'tickets-again' ? [...last.keys()] : release === undefined ? [] : [release];
    for (const one of carried) last.set(one, state);
  }
  return [...last].filter(([, state]) => state === 'failed').map(([release]) => release);
}
