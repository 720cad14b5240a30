import type { Knex } from 'knex';
import { Refusal } from '../../../domain/refusal';
import type { PlaceCount } from '../../../domain/sale/sale-rule';
import type { Allocations, Change, Move } from '../../../ports/sale/sale-rules';
import type { RecordChange } from '../../settings/record-change';
import { columns, computed, rowsOf, type Selected } from '../../rows';
import { inTransaction } from '../../transaction';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

export function createAllocations({ knex, recordChange }: Needs): Allocations {
  return {
    async of(performanceId) {
      const counts = await countsOf(knex, performanceId);
      const rows = await knex('allocations').where({ performance_id: performanceId }).orderBy('code').select('code', 'name');
      return {
        allocations: rows.map(({ code, name }) => ({ code, name, places: placesOf(counts, code) })),
        unallocated: placesOf(counts, null),
      };
    },

    create: (performanceId, { code, name }, change) =>
      inTransaction(knex, async (trx) => {
        const key = { performance_id: performanceId, code };
        const before: unknown = await trx('allocations').where(key).first('code', 'name');
        await trx('allocations')
          .insert({ ...key, name })
          .onConflict(['performance_id', 'code'])
          .merge(['name']);
        await recordChange(trx, { ...change, subject: subjectOf(performanceId, code), before, after: { code, name } });
      }),

    topUp: (performanceId, move, change) => shifted({ performanceId, move, change, from: null, to: move.allocation }),
    giveBack: (performanceId, move, change) => shifted({ performanceId, move, change, from: move.allocation, to: null }),
  };

  function shifted({ change, ...shift }: Shift & { readonly change: Change }): Promise<void> {
    return inTransaction(knex, async (trx) => {
      const { performanceId, move } = shift;
      await known(trx, performanceId, move.allocation);
      const count = async () => placesOf(await countsOf(trx, performanceId), move.allocation);
      const before = await count();
      await moveFree(trx, shift);
      await recordChange(trx, { ...change, subject: subjectOf(performanceId, move.allocation), before, after: await count() });
    });
  }
}

function subjectOf(performanceId: number, code: string) {
  return { kind: 'allocation', id: `${performanceId} ${code}` };
}

const COUNTED = columns('performance_places', 'category', 'allocation', 'status');

type Counted = Selected<typeof COUNTED> & { readonly n: number };

async function countsOf(knex: Knex, performanceId: number): Promise<readonly Counted[]> {
  const places = knex('performance_places').where({ performance_id: performanceId }).groupBy('category', 'allocation', 'status');
  return rowsOf(places, { ...COUNTED, n: computed<number>(knex.raw('count(*)')) });
}

function placesOf(counts: readonly Counted[], allocation: string | null): readonly PlaceCount[] {
  const own = counts.filter((row) => row.allocation === allocation);
  const categories = [...new Set(own.map(({ category }) => category))].toSorted();
  return categories.map((category) => {
    const of = (status: Counted['status']) => own.find((row) => row.category === category && row.status === status)?.n ?? 0;
    return { category, free: of('free'), held: of('held'), sold: of('sold'), closed: of('closed') };
  });
}

interface Shift {
  readonly performanceId: number;
  readonly move: Move;
  readonly from: string | null;
  readonly to: string | null;
}

/** The best places go in and the last ones come back. Only free ones move: a place somebody holds or has bought stays where it was sold. */
async function moveFree(trx: Knex.Transaction, { performanceId, move, from, to }: Shift): Promise<void> {
  const { category, count } = move;
  const ids = await trx('performance_places')
    .where({ performance_id: performanceId, category, status: 'free', allocation: from })
    .orderBy('sort', to === null ? 'desc' : 'asc')
    .limit(count)
    .forUpdate()
    .pluck('id');
  if (ids.length < count)
    throw new Refusal('seats-not-available', `Only ${ids.length} free seats can be moved.`, {
      ...{ category, free: ids.length, field: 'count' },
    });
  await trx('performance_places')
    .whereIn('id', [...ids])
    .update({ allocation: to });
}

async function known(trx: Knex.Transaction, performanceId: number, code: string): Promise<void> {
  const row: unknown = await trx('allocations').where({ performance_id: performanceId, code }).first('code');
  if (row === undefined) throw new Refusal('allocation-not-found', `No allocation ${code}.`, { allocation: code });
}
