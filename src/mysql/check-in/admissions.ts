import type { Knex } from 'knex';
import { initialsOf } from '../../domain/person-name';
import type { AdmissionCount, AdmissionLine } from '../../ports/tickets/check-ins';
import { toIsoOrNone } from '../column-values';
import type { DoorRow } from './door-row';
import { placeOf, ticketsWithSeats } from './door-row';

type ListRow = Pick<
  DoorRow,
  'uid' | 'number' | 'admission' | 'used_at' | 'proof_to_show' | 'row_label' | 'seat_label' | 'category' | 'holder'
>;

export async function admissionList(knex: Knex, performanceId: number): Promise<readonly AdmissionLine[]> {
  const rows: readonly ListRow[] = await ticketsWithSeats(knex)
    .where('orders.performance_id', performanceId)
    .orderBy('tickets.number')
    .select(
      'tickets.uid',
      'tickets.number',
      'tickets.admission',
      'tickets.used_at',
      'tickets.proof_to_show',
      'places.row_label',
      'places.seat_label',
      'positions.holder',
      {
        category: 'seat_categories.name',
      },
    );
  return rows.map((row) => ({
    uid: row.uid,
    number: row.number,
    admission: row.admission,
    usedAt: toIsoOrNone(row.used_at),
    proofToShow: Boolean(row.proof_to_show),
    place: placeOf(row),
    category: row.category,
    initials: initialsOf(row.holder),
  }));
}

export async function admissionCount(knex: Knex, performanceId: number): Promise<AdmissionCount> {
  const counted: { readonly tickets: number; readonly admitted: string | number | null } = await knex('tickets')
    .join('orders', 'orders.reference', 'tickets.order_reference')
    .where('orders.performance_id', performanceId)
    .whereNot('tickets.admission', 'cancelled')
    .first(knex.raw('count(*) as tickets'), knex.raw("sum(tickets.admission = 'used') as admitted"));
  const { conflicts }: { readonly conflicts: number } = await knex('check_ins')
    .where({ performance_id: performanceId, offline: true })
    .whereNotIn('verdict', ['admitted', 'too-early'])
    .whereNull('taken_back_at')
    .first(knex.raw('count(*) as conflicts'));
  return { tickets: counted.tickets, admitted: Number(counted.admitted ?? 0), conflicts: conflicts };
}
