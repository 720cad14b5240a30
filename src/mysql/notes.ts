import type { Knex } from 'knex';
import type { Notes } from '../ports/notes';
import { inOneStatement } from './transaction';

export function createNotes({ knex }: { readonly knex: Knex }): Notes {
  return {
    async write({ ref, order, text, by, at }) {
      await inOneStatement(() =>
        knex('notes')
          .insert({ ref, order_reference: order, text, author: by, at: new Date(at) })
          .onConflict('ref')
          .merge(['ref']),
      );
    },
  };
}
