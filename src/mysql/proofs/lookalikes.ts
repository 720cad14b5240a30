import type { Knex } from 'knex';
import type { Lookalikes } from '../../ports/proofs/lookalikes';
import { toIso } from '../column-values';
import { columns, unionOf } from '../rows';

const PAIR = {
  ...columns('other:proofs', 'order_reference', 'received_at'),
  proof: 'other:proofs.id',
  mine: 'mine:proofs.id',
  own_bytes: 'mine:proofs.bytes_fingerprint',
  other_bytes: 'other:proofs.bytes_fingerprint',
} as const;

export function createLookalikes({ knex }: { readonly knex: Knex }): Lookalikes {
  return {
    async of(order) {
      const pairs = [alike(knex, order, 'bytes_fingerprint'), alike(knex, order, 'pixels_fingerprint')];
      const rows = await unionOf(pairs, PAIR);
      return rows
        .toSorted((a, b) => a.received_at.getTime() - b.received_at.getTime())
        .map((row) => ({
          like: row.mine,
          proof: row.proof,
          order: row.order_reference,
          receivedAt: toIso(row.received_at),
          sameFile: row.own_bytes === row.other_bytes,
        }));
    },
  };
}

/** Two queries, each under its own index. Files sent together are not compared with each other. */
function alike(knex: Knex, order: string, fingerprint: 'bytes_fingerprint' | 'pixels_fingerprint'): Knex.QueryBuilder {
  return knex({ mine: 'proofs' })
    .join({ other: 'proofs' }, `other.${fingerprint}`, `mine.${fingerprint}`)
    .where('mine.order_reference', order)
    .whereNotNull('mine.accepted_at')
    .whereNull('mine.replaced_at')
    .whereNotNull('other.accepted_at')
    .whereRaw('other.sending <> mine.sending');
}
