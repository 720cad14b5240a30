import type { Knex } from 'knex';
import { initialsOf } from '../../domain/person-name';
import type { AdmissionCount, AdmissionLine } from '../../ports/tickets/check-ins';
import { toIsoOrNone } from '../column-values';
import { columns, computed, countOf, firstOf, rowsOf } from '../rows';
import { placeOf, ticketsWithSeats } from './door-row';

const LINE = {
  ...columns('tickets', 'uid', 'number', 'admission', 'used_at', 'proof_to_show'),
  ...columns('places:performance_places', 'row_label', 'seat_label'),
  holder: 'positions.holder',
  category: 'seat_categories.name',
} as const;

export async function admissionList(knex: Knex, performanceId: number): Promise<readonly AdmissionLine[]> {
  const tickets = ticketsWithSeats(knex).where('orders.performance_id', performanceId).orderBy('tickets.number');
  const rows = await rowsOf(tickets, LINE);
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
  const valid = knex('tickets')
    .join('orders', 'orders.reference', 'tickets.order_reference')
    .where('orders.performance_id', performanceId)
    .whereNot('tickets.admission', 'cancelled');
  const counted = await firstOf(valid, {
    tickets: computed<number>(knex.raw('count(*)')),
    admitted: computed<string | null>(knex.raw("sum(tickets.admission = 'used')")),
  });
  const conflicting = knex('check_ins')
    .where({ performance_id: performanceId, offline: true })
    .whereNotIn('verdict', ['admitted', 'too-early'])
    .whereNull('taken_back_at');
  if (!counted) throw new Error('A count came without a row.');
  return { tickets: counted.tickets, admitted: Number(counted.admitted ?? 0), conflicts: await countOf(conflicting) };
}
