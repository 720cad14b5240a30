import type { OrderView, ProofView } from './order-view';
import { keptUndecided, neverAfter } from './proof-retention';
import { HOUR } from './time';

/**
 * The day by which a file is deleted, whatever happens to its order: what pages, letters and the API tell. Its time only ever
 * comes nearer, but for an answer that is taken back: as long as that may be, the file may stay as if nobody had answered.
 * `undefined`: it is deleted already.
 */
export function deletedBy({ seats, performance }: OrderView, proof: ProofView): string | undefined {
  if (proof.purgedAt !== undefined) return undefined;
  const performanceAt = Date.parse(performance.startsAt);
  const receivedAt = Date.parse(proof.receivedAt);
  const undecided = Math.min(keptUndecided(performanceAt), neverAfter({ receivedAt, performanceAt }));
  const settling = seats.some((seat) => seat.settling && proof.seats.includes(seat.no));
  const known = settling || proof.purgeAfter === undefined ? undecided : Date.parse(proof.purgeAfter);
  return new Date(known + SWEPT_WITHIN).toISOString();
}

/** Whether a file is kept no longer than the answer to it may be taken back: a proof of health is needed for nothing else. */
export function goesWithTheAnswer({ purgedAt, purgeAfter }: ProofView, { at, settlesAt = at }: Answer): boolean {
  return purgedAt !== undefined || (purgeAfter !== undefined && Date.parse(purgeAfter) <= Date.parse(settlesAt));
}

interface Answer {
  readonly at: string;
  readonly settlesAt?: string | undefined;
}

/** Of files that are still to come: none of them stays longer. */
export function deletedAtLast({ performance }: OrderView): string {
  return new Date(keptUndecided(Date.parse(performance.startsAt)) + SWEPT_WITHIN).toISOString();
}

/** The last of several. */
export function allDeletedBy(order: OrderView, proofs: readonly ProofView[]): string | undefined {
  return proofs
    .flatMap((proof) => deletedBy(order, proof) ?? [])
    .toSorted()
    .at(-1);
}

/** The sweep passes every minute; it may have waited for a restart. */
const SWEPT_WITHIN = HOUR;
