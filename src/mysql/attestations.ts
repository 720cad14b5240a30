import type { Knex } from 'knex';
import type { Attestations } from '../ports/attestations';
import { inOneStatement } from './transaction';

export function createAttestations({ knex }: { readonly knex: Knex }): Attestations {
  return {
    async write({ order, command, sentence, by, at }) {
      await inOneStatement(() =>
        knex('attestations')
          .insert({ order_reference: order, command, sentence, author: by, at: new Date(at) })
          .onConflict(['order_reference', 'command'])
          .merge(['command']),
      );
    },
  };
}
