import type { Knex } from 'knex';
import type { VenuePictures } from '../ports/venue-pictures';

interface Row {
  readonly logo: Buffer | null;
  readonly plan: Buffer | null;
}

/** They change once a year and are on every ticket: read once a minute and venue. */
const FRESH_MS = 60_000;

export function createVenuePictures({ knex }: { readonly knex: Knex }): VenuePictures {
  const known = new Map<number, { readonly readAt: number; readonly pictures: ReturnType<typeof read> }>();
  return {
    of(venueId) {
      const cached = known.get(venueId);
      if (cached && Date.now() - cached.readAt < FRESH_MS) return cached.pictures;
      const pictures = read(knex, venueId);
      known.set(venueId, { readAt: Date.now(), pictures });
      pictures.catch(() => known.delete(venueId));
      return pictures;
    },
  };
}

async function read(knex: Knex, venueId: number): ReturnType<VenuePictures['of']> {
  const row: Row | undefined = await knex('venues').where({ id: venueId }).first('logo', 'plan');
  return { logo: row?.logo ?? undefined, plan: row?.plan ?? undefined };
}
