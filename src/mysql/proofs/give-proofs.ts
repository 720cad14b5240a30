import type { Knex } from 'knex';
import { keptGiven } from '../../domain/proof-retention';
import type { Given } from '../../ports/proofs/proofs';
import { columns, firstOf, rowsOf, type Selected } from '../rows';

/**
 * All files of a sending have come. The order is locked: of two sendings with the same files, as a second press of the button
 * makes them, one is first, and the other adds nothing.
 */
export async function giveProofs(trx: Knex.Transaction, sending: string, at: string): Promise<Given> {
  const first = await firstOf(trx('proofs').where({ sending }), { order: 'proofs.order_reference' });
  if (!first) return 'new';
  await trx('orders').where('reference', first.order).forUpdate().first('reference');
  const before = await sameBefore(trx, { order: first.order, sending });
  if (before) return before.accepted ? 'told' : 'kept';
  const until = new Date(keptGiven(Date.parse(at)));
  await trx('proofs')
    .where({ sending })
    .whereNull('given_at')
    .update({ given_at: new Date(at), purge_after: trx.raw('least(never_after, ?)', [until]) });
  return 'new';
}

const FILE = {
  ...columns('proofs', 'sending', 'given_at', 'accepted_at', 'adds'),
  fingerprint: 'proofs.bytes_fingerprint',
  seat: 'proof_seats.seat',
  proof: 'positions.proof',
} as const;

type File = Selected<typeof FILE>;

/**
 * The same files for the same seats wait for their story or for an answer: they alone, where they would replace what is there. What
 * was answered, or lost, may come again.
 */
async function sameBefore(
  trx: Knex.Transaction,
  { order, sending }: { readonly order: string; readonly sending: string },
): Promise<{ readonly accepted: boolean } | undefined> {
  const waiting = trx('proofs')
    .join('proof_seats', 'proof_seats.proof_id', 'proofs.id')
    .join('positions', (on) => {
      on.on('positions.order_reference', 'proof_seats.order_reference').on('positions.no', 'proof_seats.seat');
    })
    .where('proofs.order_reference', order)
    .whereNull('proofs.dropped_at')
    .whereNull('proofs.purged_at')
    .whereNull('proofs.lost_at')
    .whereNull('proof_seats.replaced_at');
  const rows = await rowsOf(waiting, FILE);
  const mine = rows.filter((row) => row.sending === sending);
  const others = lastOf(rows.filter((row) => row.sending !== sending && waits(row)));
  const concerns = (row: File) => mine.some((own) => own.seat === row.seat && (!own.adds || own.fingerprint === row.fingerprint));
  const same = others.filter(concerns);
  return contentOf(same) === contentOf(mine) ? { accepted: same.every(({ accepted_at }) => accepted_at !== null) } : undefined;
}

/** Without those that a later sending replaces, whose story has not heard of it yet. */
function lastOf(files: readonly File[]): readonly File[] {
  const isReplaced = (file: File) => files.some((one) => one.seat === file.seat && !one.adds && isGivenAfter(one, file));
  return files.filter((file) => !isReplaced(file));
}

function isGivenAfter({ given_at: one }: File, { given_at: other }: File): boolean {
  return one !== null && other !== null && one > other;
}

function waits({ given_at, accepted_at, proof }: File): boolean {
  return accepted_at === null ? given_at !== null : proof === 'under-review';
}

function contentOf(files: readonly File[]): string {
  return [...new Set(files.map(({ seat, fingerprint }) => `${seat} ${fingerprint}`))].toSorted().join('\n');
}
