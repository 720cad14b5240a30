import type { Knex } from 'knex';
import type { ProofView } from '../../domain/order-view';
import { toIso, toIsoOrNone } from '../column-values';
import type { Row } from '../schema/tables';

/** Those that the story accepted, oldest first. */
export async function proofViews(knex: Knex, reference: string): Promise<readonly ProofView[]> {
  const rows = await knex('proofs').where({ order_reference: reference }).whereNotNull('accepted_at').orderBy(['received_at', 'id']);
  if (rows.length === 0) return [];
  const seats = await knex('proof_seats').where({ order_reference: reference }).orderBy('seat').select('proof_id', 'seat');
  return rows.map((row) =>
    viewOf(
      row,
      seats.filter(({ proof_id }) => proof_id === row.id).map(({ seat }) => seat),
    ),
  );
}

function viewOf(row: Row<'proofs'>, seats: readonly number[]): ProofView {
  return {
    id: row.id,
    seats,
    kind: row.kind,
    fileName: row.file_name,
    bytes: row.bytes,
    pages: row.pages,
    pagesInFile: row.pages_in_file > row.pages ? row.pages_in_file : undefined,
    turns: row.page_turns.split('').map(Number),
    receivedAt: toIso(row.received_at),
    replaced: row.replaced_at !== null,
    lostAt: toIsoOrNone(row.lost_at),
    purgedAt: toIsoOrNone(row.purged_at),
    purgeAfter: row.purged_at === null ? toIso(row.purge_after) : undefined,
  };
}
