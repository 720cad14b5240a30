import type { Knex } from 'knex';
import type { TicketView } from '../../domain/order-view';
import { toIsoOrNone } from '../column-values';

/** Cancelled ones too: their numbers stay taken. */
export async function ticketViews(knex: Knex, reference: string): Promise<readonly TicketView[]> {
  const rows = await knex('tickets').where({ order_reference: reference }).orderBy('number');
  return rows.map(({ seat, number, uid, release_no, admission, proof_to_show, used_at }) => ({
    seat,
    number,
    uid,
    release: release_no,
    admission,
    usedAt: toIsoOrNone(used_at),
    proofToShow: Boolean(proof_to_show),
  }));
}
