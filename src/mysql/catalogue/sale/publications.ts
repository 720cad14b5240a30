import type { Knex } from 'knex';
import type { Publications } from '../../../ports/sale/readiness';
import type { Change } from '../../../ports/sale/sale-rules';
import { toIsoOrNone } from '../../column-values';
import type { RecordChange } from '../../settings/record-change';
import { inTransaction } from '../../transaction';
import { performanceById } from '../performance';
import { lockSale } from './keeping-sale';
import { readinessAt } from './readiness';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

export function createPublications({ knex, recordChange }: Needs): Publications {
  return {
    publish: (performanceId, change, allow) =>
      inTransaction(knex, async (trx) => {
        await lockSale(trx);
        const row = await performanceById(trx, performanceId);
        for (const found of row ? await readinessAt(trx, [row], new Date(change.at)) : []) allow(found);
        await turn(trx, performanceId, { change, recordChange, publishedAt: new Date(change.at) });
      }),

    unpublish: (performanceId, change) => inTransaction(knex, (trx) => takeOff(trx, performanceId, { change, recordChange })),
  };
}

interface Turning {
  readonly change: Change;
  readonly recordChange: RecordChange;
}

async function takeOff(trx: Knex.Transaction, id: number, turning: Turning): Promise<void> {
  await turn(trx, id, { ...turning, publishedAt: null });
}

async function turn(
  trx: Knex.Transaction,
  id: number,
  { change, recordChange, publishedAt }: Turning & { readonly publishedAt: Date | null },
): Promise<void> {
  const row = await trx('performances').where({ id }).forUpdate().first('published_at');
  if (!row) throw new Error(`No performance ${id}.`);
  // already so, since then
  if ((row.published_at === null) === (publishedAt === null)) return;
  await trx('performances').where({ id }).update({ published_at: publishedAt });
  const [before, after] = [row.published_at, publishedAt].map((at) => ({ publishedAt: toIsoOrNone(at) }));
  await recordChange(trx, { ...change, subject: { kind: 'publication', id: `${id}` }, before, after });
}
