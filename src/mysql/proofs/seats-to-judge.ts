import type { Knex } from 'knex';
import type { Actor } from '../../domain/actor';
import { actorName } from '../../domain/actor';
import type { SeatToJudge } from '../../domain/decision/seen';
import { columns, rowsOf, selecting, type Selected } from '../rows';

const FILE = {
  no: 'positions.no',
  health: 'tariffs.health',
  proof: 'current:proof_seats.proof_id?',
  lost_at: 'current:proofs.lost_at?',
  purged_at: 'current:proofs.purged_at?',
} as const;

type File = Selected<typeof FILE>;

/** The seats of an order that are under review, and whether each file of theirs was shown to this person. */
export async function seatsToJudge(knex: Knex, order: string, by: Actor): Promise<readonly SeatToJudge[]> {
  const rows = await filesUnderReview(knex, order);
  const files = filesOf(rows);
  const seen = new Set(files.length === 0 ? [] : await shownAmong(knex, files, by));
  return [...new Set(rows.map(({ no }) => no))].map((seat) => {
    const own = rows.filter(({ no }) => no === seat);
    const here = own.filter(({ purged_at }) => purged_at === null);
    return {
      seat,
      files: filesOf(own),
      health: own.some(({ health }) => Boolean(health)),
      lost: here.some(({ lost_at }) => lost_at !== null),
      shown: here.every(({ proof }) => proof === null || seen.has(proof)),
    };
  });
}

function filesOf(rows: readonly File[]): readonly string[] {
  return rows.flatMap(({ proof }) => proof ?? []);
}

async function filesUnderReview(knex: Knex, order: string): Promise<readonly File[]> {
  const files = knex('proof_seats')
    .join('proofs', 'proofs.id', 'proof_seats.proof_id')
    .where('proof_seats.order_reference', order)
    .whereNull('proof_seats.replaced_at')
    .whereNotNull('proofs.accepted_at')
    .whereNull('proofs.replaced_at');
  const current = selecting(files, { ...columns('proof_seats', 'seat', 'proof_id'), ...columns('proofs', 'lost_at', 'purged_at') });
  const underReview = knex('positions')
    .join('tariffs', 'tariffs.code', 'positions.tariff_code')
    .leftJoin(current.as('current'), 'current.seat', 'positions.no')
    .where('positions.order_reference', order)
    .where('positions.proof', 'under-review')
    .orderBy('positions.no');
  return rowsOf(underReview, FILE);
}

async function shownAmong(knex: Knex, files: readonly string[], by: Actor): Promise<readonly string[]> {
  const views = knex('proof_views').whereIn('proof_id', [...files]);
  // A program acts for the people of the desk: one of them must have looked.
  const theirs = by.role === 'api-key' ? views.where('actor', 'like', 'staff:%') : views.whereIn('actor', [...(await namesOf(knex, by))]);
  return theirs.distinct().pluck('proof_id');
}

/** As views name them: somebody at the desk; a reviewer by the address of the letter, or at the desk under that address. */
async function namesOf(knex: Knex, by: Actor): Promise<readonly string[]> {
  if (by.role !== 'reviewer') return [actorName(by)];
  const named = knex('reviewers').leftJoin('staff', knex.raw('staff.email = lower(reviewers.address)')).where('reviewers.id', by.id);
  const rows = await rowsOf(named, { address: 'reviewers.address', id: 'staff.id?' });
  return rows.flatMap(({ address, id }) => (id === null ? [address] : [address, actorName({ role: 'staff', id })]));
}
