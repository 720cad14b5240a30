import type { Knex } from 'knex';
import type { Lookalikes } from '../../ports/proofs/lookalikes';
import { toIso } from '../column-values';

interface Row {
  readonly proof: string;
  readonly order_reference: string;
  readonly received_at: Date;
  readonly same_file: number;
  readonly mine: string;
}

export function createLookalikes({ knex }: { readonly knex: Knex }): Lookalikes {
  return {
    async of(order) {
      const rows: readonly Row[] = await alike(knex, order, 'bytes_fingerprint').union(alike(knex, order, 'pixels_fingerprint'));
      return rows
        .toSorted((a, b) => a.received_at.getTime() - b.received_at.getTime())
        .map((row) => ({
          like: row.mine,
          proof: row.proof,
          order: row.order_reference,
          receivedAt: toIso(row.received_at),
          sameFile: Boolean(row.same_file),
        }));
    },
  };
}

/** Two queries, each under its own index. Files sent together are not compared with each other. */
function alike(knex: Knex, order: string, fingerprint: 'bytes_fingerprint' | 'pixels_fingerprint') {
  return knex({ mine: 'proofs' })
    .join({ other: 'proofs' }, `other.${fingerprint}`, `mine.${fingerprint}`)
    .where('mine.order_reference', order)
    .whereNotNull('mine.accepted_at')
    .whereNull('mine.replaced_at')
    .whereNotNull('other.accepted_at')
    .whereRaw('other.sending <> mine.sending')
    .select('other.order_reference', 'other.received_at', {
      proof: 'other.id',
      mine: 'mine.id',
      same_file: knex.raw('other.bytes_fingerprint = mine.bytes_fingerprint'),
    });
}
