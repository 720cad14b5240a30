import type { ShowEntry } from '../../../domain/catalogue/entries';
import { refuseFaults, unknownName } from '../../../domain/catalogue/refused-entry';
import { EntryInUse, named } from '../../../domain/catalogue/in-use';
import { showPractical, showPresentation } from '../../schema/json-columns';
import type { Noun } from './noun';
import { isNamed } from './uses';

const COLUMNS = ['id', 'venue_id', 'title', 'credit', 'genre', 'presentation', 'practical', 'active'] as const;

export const showNoun: Noun<ShowEntry, number, 'shows', (typeof COLUMNS)[number]> = {
  kind: 'show',
  table: 'shows',
  columns: COLUMNS,
  keyColumn: 'id',
  order: ['title'],
  retirable: true,
  keyOf: ({ id }) => id,
  natural: ({ venueId, title }) => ({ venue_id: venueId, title }),
  knownBy: 'title',
  read: (_, { venue_id: venueId, title, credit, genre, presentation, practical }) =>
    Promise.resolve({ venueId, title, credit, genre, presentation: showPresentation(presentation), practical: showPractical(practical) }),
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
    const now = await trx('performances').where({ show_id: key }).where('ends_at', '>', new Date(at)).orderBy('id').pluck('id');
    return { now: named('performance', now), ever: await isNamed(trx, 'performances', { show_id: key }) };
  },
  async clear(trx, key) {
    await trx('price_grid').where({ show_id: key }).delete();
  },
};
