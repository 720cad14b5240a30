import type { Knex } from 'knex';
import { uncheckedBy } from '../../domain/check-in';
import type { AdmissionConflict } from '../../ports/tickets/check-ins';
import { toIso } from '../column-values';
import { columns, rowsOf, type Selected } from '../rows';
import { placeOf, ticketsWithSeats } from './door-row';

const ENTRY = {
  ...columns('tickets', 'uid', 'number', 'proof_to_show'),
  ...columns('places:performance_places', 'row_label', 'seat_label'),
  ...columns('check_ins', 'verdict', 'offline', 'proof_seen', 'at'),
  category: 'seat_categories.name',
} as const;

type EntryRow = Selected<typeof ENTRY>;

/** What devices on their own let in against the record, with every entry by the same ticket: whoever looks needs the times. */
export async function admissionConflicts(knex: Knex, performanceId: number): Promise<readonly AdmissionConflict[]> {
  const conflicting = knex('check_ins')
    .where({ performance_id: performanceId, offline: true })
    .whereNotIn('verdict', ['admitted', 'too-early'])
    .whereNull('taken_back_at');
  const entries = ticketsWithSeats(knex)
    .join('check_ins', 'check_ins.ticket_number', 'tickets.number')
    .where('check_ins.performance_id', performanceId)
    .whereIn('tickets.number', conflicting.select('ticket_number'))
    .whereRaw("(check_ins.offline or check_ins.verdict = 'admitted')")
    .whereNull('check_ins.taken_back_at')
    .orderBy(['tickets.number', 'check_ins.at']);
  const rows = await rowsOf(entries, ENTRY);
  const numbers = [...new Set(rows.map(({ number }) => number))];
  return numbers.map((number) => conflictOf(rows.filter((row) => row.number === number)));
}

function conflictOf(entries: readonly EntryRow[]): AdmissionConflict {
  const told = entries.find(({ verdict, offline }) => offline && verdict !== 'admitted') ?? entries[0];
  if (!told) throw new Error('A conflict without an entry.');
  const { uid, number, category, verdict } = told;
  return {
    uid,
    number,
    category,
    verdict,
    place: placeOf(told),
    entries: entries.map((entry) => ({ at: toIso(entry.at), checked: wasChecked(entry) })),
  };
}

/** Of this entry; another by the same ticket may have been looked at better. */
function wasChecked({ verdict, proof_to_show: owes, proof_seen: seen }: EntryRow): boolean {
  if (verdict === 'already-used') return !owes || Boolean(seen);
  return uncheckedBy(verdict) === undefined;
}
