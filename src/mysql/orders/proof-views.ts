import type { Knex } from 'knex';
import type { ProofView } from '../../domain/order-view';
import { toIso, toIsoOrNone } from '../column-values';

interface Row {
  readonly id: string;
  readonly kind: ProofView['kind'];
  readonly file_name: string;
  readonly bytes: number;
  readonly pages: number;
  readonly pages_in_file: number;
  readonly lost_at: Date | null;
  readonly page_turns: string;
  readonly received_at: Date;
  readonly replaced_at: Date | null;
  readonly purge_after: Date;
  readonly purged_at: Date | null;
}

/** Those that the story accepted, oldest first. */
export async function proofViews(knex: Knex, reference: string): Promise<readonly ProofView[]> {
  const rows: readonly Row[] = await knex('proofs')
    .where({ order_reference: reference })
    .whereNotNull('accepted_at')
    .orderBy(['received_at', 'id']);
  if (rows.length === 0) return [];
  const seats: readonly { readonly proof_id: string; readonly seat: number }[] = await knex('proof_seats')
    .where({ order_reference: reference })
    .orderBy('seat')
    .select('proof_id', 'seat');
  return rows.map((row) =>
    viewOf(
      row,
      seats.filter(({ proof_id }) => proof_id === row.id).map(({ seat }) => seat),
    ),
  );
}

function viewOf(row: Row, seats: readonly number[]): ProofView {
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
