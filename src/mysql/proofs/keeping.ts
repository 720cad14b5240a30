import type { Millis } from '../../domain/time';
import type { Knex } from 'knex';
import type { SeatNo } from '../../domain/decision/decision';

/** Whose proofs: those of one order, inside the transaction that changes it. */
interface Where {
  readonly trx: Knex.Transaction;
  readonly change: { readonly state: { readonly order: string } };
  readonly at: Date;
}

export interface Keep {
  readonly seats: readonly SeatNo[];
  readonly until: Millis;
  /** Only those of health data, or only the others; both when absent. */
  readonly health?: boolean | undefined;
  /** Never later than what was set before. */
  readonly atMost?: boolean | undefined;
}

/** How long those seats need their proofs. A file is kept until the last of its seats needs it no more, under its hard cap. */
export async function keepSeats(where: Where, keep: Keep): Promise<void> {
  const { trx } = where;
  if (keep.seats.length === 0) return;
  const until = new Date(keep.until);
  const query = keep.health === undefined ? current(where, keep.seats) : current(where, keep.seats).where('proofs.health', keep.health);
  const changed = await query.update({
    'proof_seats.keep_until': keep.atMost
      ? trx.raw('least(proof_seats.keep_until, proofs.never_after, ?)', [until])
      : trx.raw('least(proofs.never_after, ?)', [until]),
  });
  if (changed > 0) await sumUp(where);
}

/** Those seats have another proof now, or none: a file that serves no seat any more is due at once. */
export async function freeSeats(where: Where, seats: readonly SeatNo[]): Promise<void> {
  const { trx, at, change } = where;
  const freed = await current(where, seats).update({ 'proof_seats.keep_until': at, 'proof_seats.replaced_at': at });
  if (freed === 0) return;
  const inUse = trx('proof_seats').whereNull('replaced_at').where('order_reference', change.state.order).select('proof_id');
  await trx('proofs')
    .where('order_reference', change.state.order)
    .whereNotNull('accepted_at')
    .whereNull('replaced_at')
    .whereNotIn('id', inUse)
    .update({ replaced_at: at });
  await sumUp(where);
}

function current({ trx, change }: Where, seats: readonly SeatNo[]): Knex.QueryBuilder {
  return trx('proof_seats')
    .join('proofs', 'proofs.id', 'proof_seats.proof_id')
    .where('proof_seats.order_reference', change.state.order)
    .whereIn('proof_seats.seat', [...seats])
    .whereNull('proof_seats.replaced_at')
    .whereNotNull('proofs.accepted_at')
    .whereNull('proofs.purged_at');
}

async function sumUp({ trx, change }: Where): Promise<void> {
  const last = trx.raw('(select max(keep_until) from proof_seats where proof_seats.proof_id = proofs.id)');
  await trx('proofs')
    .where('order_reference', change.state.order)
    .whereNotNull('accepted_at')
    .whereNull('purged_at')
    .update({ purge_after: last });
}
