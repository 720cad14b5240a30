import type { Knex } from 'knex';
import type { VenueView } from '../../domain/order-view';
import type { VenuePictures } from '../../ports/tickets/venue-pictures';
import type { Row } from '../schema/tables';
import { ENTRY_COLUMNS, entryOf } from './venue-entry';
import { SETTING_COLUMNS, settingsIn } from './venue-settings';

/** What every page and letter reads of a venue; not *: the pictures lie in the same row. */
const COLUMNS = [...ENTRY_COLUMNS, ...SETTING_COLUMNS] as const;

export async function venueById(knex: Knex, id: number): Promise<VenueView> {
  const venue = await findVenue(knex, id);
  if (!venue) throw new Error(`No venue ${id}.`);
  return venue;
}

export async function findVenue(knex: Knex, id: number): Promise<VenueView | undefined> {
  const row = await knex('venues')
    .where({ id })
    .first(...COLUMNS);
  return row && viewOf(row);
}

/** Every venue of the organizer, the first first; none while nothing is in the catalogue. */
export function createVenues({ knex }: { readonly knex: Knex }) {
  return async (): Promise<readonly VenueView[]> => {
    const rows = await knex('venues')
      .orderBy('id')
      .select(...COLUMNS);
    return rows.map(viewOf);
  };
}

export function createVenuePictures({ knex }: { readonly knex: Knex }): VenuePictures {
  return {
    async of(venueId) {
      const row = await knex('venues').where({ id: venueId }).first('logo', 'plan');
      return { logo: row?.logo ?? undefined, plan: row?.plan ?? undefined };
    },
  };
}

function viewOf(row: Pick<Row<'venues'>, (typeof COLUMNS)[number]>): VenueView {
  return { id: row.id, ...entryOf(row), ...settingsIn(row) };
}
