import type { Knex } from 'knex';
import type { VenueView } from '../../domain/order-view';
import { PROOF_FORMATS } from '../../domain/proof-rules';
import type { VenuePictures } from '../../ports/tickets/venue-pictures';
import { venuePolicy, venueProofFormats, venueProofsLabel } from '../schema/json-columns';
import type { Row } from '../schema/tables';
import { ENTRY_COLUMNS, entryOf } from './venue-entry';

/** What every page and letter reads of a venue; not *: the pictures lie in the same row. */
const COLUMNS = [...ENTRY_COLUMNS, 'proofs_label', 'proof_formats', 'max_proof_bytes', 'attach_proofs', 'policy'] as const;

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
  return {
    id: row.id,
    ...entryOf(row),
    proofsLabel: venueProofsLabel(row.proofs_label),
    proofRules: {
      formats: row.proof_formats === null ? PROOF_FORMATS : venueProofFormats(row.proof_formats),
      maxBytes: row.max_proof_bytes,
    },
    attachProofs: Boolean(row.attach_proofs),
    policy: venuePolicy(row.policy),
  };
}
