import type { Knex } from 'knex';
import type { Attestations } from '../ports/attestations';

export function createAttestations({ knex }: { readonly knex: Knex }): Attestations {
  return {
    async write({ order, command, sentence, by, at }) {
      await knex('attestations')
        .insert({ order_reference: order, command, sentence, author: by, at: new Date(at) })
        .onConflict(['order_reference', 'command'])
        .merge(['command']);
    },
  };
}
