import type { Knex } from 'knex';
import type { Notes } from '../ports/notes';

export function createNotes({ knex }: { readonly knex: Knex }): Notes {
  return {
    async write({ ref, order, text, by, at }) {
      await knex('notes')
        .insert({ ref, order_reference: order, text, author: by, at: new Date(at) })
        .onConflict('ref')
        .merge(['ref']);
    },
  };
}
