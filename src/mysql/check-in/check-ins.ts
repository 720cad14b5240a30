import type { Knex } from 'knex';
import type { CheckInVerdict } from '../../domain/check-in';
import { entriesFrom, judgeCheckIn, letsIn, UNCHECKED, uncheckedBy } from '../../domain/check-in';
import { Refusal } from '../../domain/refusal';
import type { CheckIn, CheckInAnswer, CheckIns, EntryOfHouse, EntryOfRecord } from '../../ports/tickets/check-ins';
import { PERFORMANCE, performances, performanceView } from '../catalogue/performance';
import { toIso, toIsoOrNone } from '../column-values';
import { isDuplicate } from '../duplicate';
import { rowsOf } from '../rows';
import type { Row } from '../schema/tables';
import { inTransaction } from '../transaction';
import { admissionCount, admissionList } from './admissions';
import { admissionConflicts } from './conflicts';
import type { DoorTicket } from './door-row';
import { doorRow, seatOf } from './door-row';

export function createCheckIns({ knex }: { readonly knex: Knex }): CheckIns {
  return {
    async record(checkIn) {
      const known = await answered(knex, checkIn);
      if (known) return known;
      try {
        return await inTransaction(knex, (trx) => judgeAndWrite(trx, checkIn));
      } catch (fault) {
        // The same entry, sent twice at once: the other one has answered.
        const twin = isDuplicate(fault) ? await answered(knex, checkIn) : undefined;
        if (!twin) throw fault;
        return twin;
      }
    },

    takeBack: (entry, by, at) => inTransaction(knex, (trx) => takeBack(trx, entry, { by, at: new Date(at) })),

    async houses(which) {
      const houses =
        'id' in which
          ? performances(knex).where('performances.id', which.id)
          : performances(knex)
              .whereBetween('performances.starts_at', [new Date(which.from), new Date(which.until)])
              .orderBy(['performances.starts_at', 'performances.id']);
      return (await rowsOf(houses, PERFORMANCE)).map(performanceView);
    },
    list: (performanceId) => admissionList(knex, performanceId),
    count: (performanceId) => admissionCount(knex, performanceId),
    conflicts: (performanceId) => admissionConflicts(knex, performanceId),
  };
}

async function answered(knex: Knex, checkIn: CheckIn): Promise<CheckInAnswer | undefined> {
  const row = await knex('check_ins').where({ id: checkIn.id }).first();
  if (!row) return undefined;
  const ticket = await doorRow(knex, { number: row.ticket_number });
  if (!isSame(row, ticket, checkIn)) throw new Refusal('key-used-already', `Entry ${checkIn.id} is another ticket’s.`);
  // What was taken back lets nobody in a second time: the ticket is shown again, as a new entry.
  const verdict = row.taken_back_at === null ? row.verdict : 'taken-back';
  return answer(checkIn, verdict, { row: ticket, entry: await entryOfRecord(knex, row.ticket_number) });
}

function isSame(row: Row<'check_ins'>, ticket: DoorTicket | undefined, { ticket: shown, performanceId, proofSeen }: CheckIn): boolean {
  const named = 'uid' in shown ? ticket?.uid === shown.uid : Number(ticket?.number) === shown.number;
  return named && row.performance_id === performanceId && Boolean(row.proof_seen) === proofSeen;
}

async function judgeAndWrite(trx: Knex.Transaction, checkIn: CheckIn): Promise<CheckInAnswer> {
  const house: unknown = await trx('performances').where({ id: checkIn.performanceId }).first('id');
  if (!house) throw new Refusal('performance-not-found', `No performance ${checkIn.performanceId}.`);
  await trx('tickets').where(checkIn.ticket).forUpdate().first('number');
  const row = await doorRow(trx, checkIn.ticket);
  const ticket = row && {
    ...{ performanceId: row.performance_id, admission: row.admission, proofToShow: Boolean(row.proof_to_show) },
    from: entriesFrom(toIso(row.doors_at)),
  };
  const verdict = judgeCheckIn(ticket, checkIn);
  // What is no ticket of ours has no number: nothing is kept of it.
  if (!row) return answer(checkIn, verdict, {});
  await trx('check_ins').insert({
    id: checkIn.id,
    performance_id: checkIn.performanceId,
    ticket_number: row.number,
    verdict,
    offline: checkIn.offline,
    typed: !checkIn.signed,
    proof_seen: checkIn.proofSeen,
    actor: checkIn.by,
    at: new Date(checkIn.at),
    received_at: new Date(checkIn.receivedAt),
  });
  const used = await markUsed(trx, row, { verdict, offline: checkIn.offline, at: new Date(checkIn.at) });
  return answer(checkIn, verdict, { row: { ...row, used_at: used }, entry: await entryOfRecord(trx, row.number) });
}

/** One at most: once a ticket is used, no other entry by it lets in. */
async function entryOfRecord(knex: Knex, ticket: number): Promise<EntryOfRecord | undefined> {
  const row = await knex('check_ins')
    .where({ ticket_number: ticket })
    .whereNull('taken_back_at')
    .whereRaw("(verdict = 'admitted' or (offline and verdict in (?, ?)))", [...UNCHECKED])
    .first();
  return row && { id: row.id, at: toIso(row.at), offline: Boolean(row.offline), unchecked: uncheckedBy(row.verdict) };
}

/** The first time counts, also when it is heard of last. */
async function markUsed(
  trx: Knex.Transaction,
  row: DoorTicket,
  { verdict, offline, at }: { readonly verdict: CheckInVerdict; readonly offline: boolean; readonly at: Date },
): Promise<Date | null> {
  const earlier = verdict === 'already-used' && row.used_at !== null && at < row.used_at;
  if (!letsIn(verdict, { offline }) && !earlier) return row.used_at;
  await trx('tickets').where({ number: row.number }).update({ admission: 'used', used_at: at });
  return at;
}

interface Known {
  readonly row?: DoorTicket | undefined;
  readonly entry?: EntryOfRecord | undefined;
}

function answer({ id, ticket, signed }: CheckIn, verdict: CheckInVerdict, { row, entry }: Known): CheckInAnswer {
  const typed = !signed;
  if (!row) return { id, uid: 'uid' in ticket ? ticket.uid : '', verdict, typed };
  const performance = { id: row.performance_id, showTitle: row.title, startsAt: toIso(row.starts_at), doorsAt: toIso(row.doors_at) };
  const known = { id, uid: row.uid, number: row.number, verdict, typed, performance };
  return { ...known, seat: seatOf(row), usedAt: toIsoOrNone(row.used_at), entry };
}

async function takeBack(
  trx: Knex.Transaction,
  { id, performanceId }: EntryOfHouse,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const row = await trx('check_ins').where({ id }).forUpdate().first();
  const elsewhere = performanceId !== undefined && row?.performance_id !== performanceId;
  if (!row || !letsIn(row.verdict, { offline: Boolean(row.offline) }) || elsewhere)
    throw new Refusal('check-in-not-found', 'No entry to take back.');
  if (row.taken_back_at !== null) return;
  await trx('check_ins').where({ id }).update({ taken_back_at: at, taken_back_by: by });
  const used = () => trx('tickets').where({ number: row.ticket_number, admission: 'used' });
  await used().whereNotNull('cancelled_at').update({ admission: 'cancelled', used_at: null });
  await used().update({ admission: 'valid', used_at: null });
}
