import type { Knex } from 'knex';
import type { VenueView } from '../../domain/order-view';
import { PROOF_FORMATS } from '../../domain/proof-rules';
import { DEFAULT_POLICY } from '../../domain/venue-policy';
import type { VenuePictures } from '../../ports/tickets/venue-pictures';
import { parseJson } from '../column-values';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly organizer: string;
  readonly licences: unknown;
  readonly address: string;
  readonly city: string;
  readonly phone: string;
  readonly opening_hours: unknown;
  readonly email: string;
  readonly website: string;
  readonly time_zone: string;
  readonly directions: unknown;
  readonly advice: unknown;
  readonly proofs_label: unknown;
  readonly proof_formats: unknown;
  readonly max_proof_bytes: number;
  readonly inbox_address: string;
  readonly copy_address: string;
  readonly escalation_address: string;
  readonly attach_proofs: number;
  readonly policy: unknown;
}

// not *: the pictures lie in the same row
const COLUMNS = [
  'id',
  'name',
  'organizer',
  'licences',
  'address',
  'city',
  'phone',
  'opening_hours',
  'email',
  'website',
  'time_zone',
  'directions',
  'advice',
  'proofs_label',
  'proof_formats',
  'max_proof_bytes',
  'inbox_address',
  'copy_address',
  'escalation_address',
  'attach_proofs',
  'policy',
];

export async function venueById(knex: Knex, id: number): Promise<VenueView> {
  const venue = await findVenue(knex, id);
  if (!venue) throw new Error(`No venue ${id}.`);
  return venue;
}

export async function findVenue(knex: Knex, id: number): Promise<VenueView | undefined> {
  const row: Row | undefined = await knex('venues').where({ id }).first(COLUMNS);
  return row && viewOf(row);
}

/** Every venue of the organizer, the first first; none while nothing is in the catalogue. */
export function createVenues({ knex }: { readonly knex: Knex }) {
  return async (): Promise<readonly VenueView[]> => {
    const rows: readonly Row[] = await knex('venues').orderBy('id').select(COLUMNS);
    return rows.map(viewOf);
  };
}

export function createVenuePictures({ knex }: { readonly knex: Knex }): VenuePictures {
  return {
    async of(venueId) {
      const row: { readonly logo: Buffer | null; readonly plan: Buffer | null } | undefined = await knex('venues')
        .where({ id: venueId })
        .first('logo', 'plan');
      return { logo: row?.logo ?? undefined, plan: row?.plan ?? undefined };
    },
  };
}

function viewOf(row: Row): VenueView {
  return {
    id: row.id,
    name: row.name,
    organizer: row.organizer,
    licences: parseJson(row.licences),
    address: row.address,
    city: row.city,
    phone: row.phone,
    openingHours: parseJson(row.opening_hours),
    email: row.email,
    website: row.website,
    timeZone: row.time_zone,
    directions: parseJson(row.directions),
    advice: parseJson(row.advice),
    proofsLabel: parseJson(row.proofs_label),
    proofRules: {
      formats: row.proof_formats === null ? PROOF_FORMATS : parseJson(row.proof_formats),
      maxBytes: row.max_proof_bytes,
    },
    inboxAddress: row.inbox_address,
    copyAddress: row.copy_address,
    escalationAddress: row.escalation_address,
    attachProofs: Boolean(row.attach_proofs),
    // a setting that is newer than the row has its default
    policy: { ...DEFAULT_POLICY, ...parseJson(row.policy) },
  };
}
