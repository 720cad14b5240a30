import type { Knex } from 'knex';
import type { Language } from '../../domain/language';
import { TEXT_KINDS } from '../../domain/texts/text-kind';
import type { TextKind } from '../../domain/texts/text-kind';

/** What a venue wrote and that holds now, of the kinds that this release knows. */
export async function ownTexts(knex: Knex, venue: number, language: Language): Promise<Readonly<Partial<Record<TextKind, string>>>> {
  const rows = await knex('venue_texts')
    .where({ venue_id: venue, language })
    .whereNotNull('text')
    .whereIn('kind', [...TEXT_KINDS])
    .select('kind', 'text');
  return Object.fromEntries(rows.map(({ kind, text }) => [kind, text]));
}
