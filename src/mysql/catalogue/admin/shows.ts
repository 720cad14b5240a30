import type { ShowEntry } from '../../../domain/catalogue/entries';
import { refuseFaults, unknownName } from '../../../domain/catalogue/refused-entry';
import { EntryInUse, named } from '../../../domain/catalogue/in-use';
import { parseJson } from '../../column-values';
import type { Noun } from './noun';
import { isNamed } from './uses';

interface Row {
  readonly id: number;
  readonly venue_id: number;
  readonly title: string;
  readonly credit: string;
  readonly genre: string;
  readonly presentation: unknown;
  readonly practical: unknown;
  readonly active: number;
}

export const showNoun: Noun<ShowEntry, number, Row> = {
  kind: 'show',
  table: 'shows',
  keyColumn: 'id',
  order: ['title'],
  retirable: true,
  keyOf: ({ id }) => id,
  natural: ({ venueId, title }) => ({ venue_id: venueId, title }),
  knownBy: 'title',
  read: (_, { venue_id: venueId, title, credit, genre, presentation, practical }) =>
    Promise.resolve({ venueId, title, credit, genre, presentation: parseJson(presentation), practical: parseJson(practical) }),
  row: ({ venueId, title, credit, genre, presentation, practical }) => ({
    ...{ venue_id: venueId, title, credit, genre },
    presentation: JSON.stringify(presentation),
    practical: JSON.stringify(practical),
  }),
  async refuse(trx, { key, before, value }) {
    const venue = await isNamed(trx, 'venues', { id: value.venueId });
    refuseFaults(venue ? [] : [unknownName('#/venueId', value.venueId)]);
    if (!before || key === undefined || before.venueId === value.venueId) return;
    if (await isNamed(trx, 'performances', { show_id: key }))
      throw new EntryInUse('It is played where it is.', [{ noun: 'performance' }], 'venueId');
  },
  async uses(trx, key, at) {
    const now: readonly number[] = await trx('performances')
      .where({ show_id: key })
      .where('ends_at', '>', new Date(at))
      .orderBy('id')
      .pluck('id');
    return { now: named('performance', now), ever: await isNamed(trx, 'performances', { show_id: key }) };
  },
  async clear(trx, key) {
    await trx('price_grid').where({ show_id: key }).delete();
  },
};
