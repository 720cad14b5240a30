import type { Knex } from 'knex';
import type { Publications } from '../../../ports/sale/readiness';

export function createPublications({ knex }: { readonly knex: Knex }): Publications {
  return {
    async publish(performanceId, { at }) {
      await knex('performances')
        .where({ id: performanceId, published_at: null })
        .update({ published_at: new Date(at) });
    },

    async unpublish(performanceId) {
      await knex('performances').where({ id: performanceId }).update({ published_at: null });
    },
  };
}
