import type { Knex } from 'knex';
import type { Sessions } from '../../ports/sessions';
import { inOneStatement } from '../transaction';

export function createSessions({ knex }: { readonly knex: Knex }): Sessions {
  const inSeconds = (seconds: number) => knex.raw('utc_timestamp() + interval ? second', [Math.round(seconds)]);
  return {
    async find(id) {
      const row = await knex('sessions').where({ sid: id }).whereRaw('expired > utc_timestamp()').first('sess');
      // A JSON column is text in MariaDB and already an object in MySQL.
      return row && (typeof row.sess === 'string' ? row.sess : JSON.stringify(row.sess));
    },

    async keep(id, { content, seconds, staff }) {
      await inOneStatement(() =>
        knex('sessions')
          .insert({ sid: id, sess: content, expired: inSeconds(seconds), staff_id: staff ?? null })
          .onConflict('sid')
          .merge(),
      );
    },

    async prolong(id, seconds) {
      await inOneStatement(() =>
        knex('sessions')
          .where({ sid: id })
          .whereRaw('expired > utc_timestamp()')
          .update({ expired: inSeconds(seconds) }),
      );
    },

    async forget(id) {
      await inOneStatement(() => knex('sessions').where({ sid: id }).delete());
    },
  };
}
