import type { Knex } from 'knex';
import type { SignInLinks } from '../ports/sign-in-links';
import { inOneStatement } from './transaction';

export function createSignInLinks({ knex }: { readonly knex: Knex }): SignInLinks {
  return {
    async add({ hash, order, expiresAt }) {
      await inOneStatement(() =>
        knex('sign_in_links')
          .insert({ hash, order_reference: order, expires_at: new Date(expiresAt) })
          .onConflict('hash')
          .merge(['hash']),
      );
    },

    async unused(order, since) {
      const rows = await knex('sign_in_links')
        .where({ order_reference: order })
        .whereNull('used_at')
        .where('expires_at', '>', new Date(since))
        .orderBy('expires_at', 'desc')
        .pluck('expires_at');
      return rows.map((at) => at.toISOString());
    },

    // The conditional update decides which of two clicks was the first.
    async use(hash, now) {
      const at = new Date(now);
      const used = await inOneStatement(() =>
        knex('sign_in_links').where({ hash }).whereNull('used_at').where('expires_at', '>', at).update({ used_at: at }),
      );
      if (used === 0) return undefined;
      const row = await knex('sign_in_links').where({ hash }).first('order_reference');
      return row?.order_reference;
    },
  };
}
