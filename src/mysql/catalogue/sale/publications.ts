import type { Knex } from 'knex';
import type { Publications } from '../../../ports/sale/readiness';
import type { Change } from '../../../ports/sale/sale-rules';
import { toIsoOrNone } from '../../column-values';
import type { RecordChange } from '../../settings/record-change';
import { inTransaction } from '../../transaction';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

export function createPublications({ knex, recordChange }: Needs): Publications {
  return {
    publish: (performanceId, change) => turn(performanceId, { change, publishedAt: new Date(change.at) }),
    unpublish: (performanceId, change) => turn(performanceId, { change, publishedAt: null }),
  };

  async function turn(id: number, { change, publishedAt }: { readonly change: Change; readonly publishedAt: Date | null }): Promise<void> {
    await inTransaction(knex, async (trx) => {
      const row: { readonly published_at: Date | null } = await trx('performances').where({ id }).forUpdate().first('published_at');
      // already so, since then
      if ((row.published_at === null) === (publishedAt === null)) return;
      await trx('performances').where({ id }).update({ published_at: publishedAt });
      const [before, after] = [row.published_at, publishedAt].map((at) => ({ publishedAt: toIsoOrNone(at) }));
      await recordChange(trx, { ...change, subject: { kind: 'publication', id: `${id}` }, before, after });
    });
  }
}
