import { canonical } from '../../../domain/canonical';
import type { Knex } from 'knex';
import { EntryInUse } from '../../../domain/catalogue/in-use';
import { Refusal } from '../../../domain/refusal';
import type { Asked, Kept, Shelf } from '../../../ports/catalogue/shelf';
import { isDuplicate } from '../../duplicate';
import type { RecordChange } from '../../settings/record-change';
import { keepingSale } from '../sale/keeping-sale';
import { inTransaction } from '../../transaction';
import { tableRows } from '../../rows';
import type { Row, TableName } from '../../schema/tables';
import type { Noun, Where } from './noun';
import { refuseStale, versionOf } from './version';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

/** One kind of entries, in the database. */
export function createShelf<T, K extends string | number, N extends TableName, C extends keyof Row<N> & string>(
  { knex, recordChange }: Needs,
  noun: Noun<T, K, N, C>,
): Shelf<T, K> {
  // generic here: its columns are checked where the noun says them
  const table: string = noun.table;
  return {
    async all() {
      const rows = await read(knex(table).orderBy([...noun.order]));
      return Promise.all(rows.map((row) => keptOf(knex, row)));
    },

    find: (key) => kept(knex, { [noun.keyColumn]: key }),

    put: (value, asked) =>
      oneOfTwo(noun.knownBy, () =>
        sold(asked, async (trx) => {
          const standing = await locked(trx, noun.natural(value));
          if (!standing) return { ...(await added(trx, value, asked)), created: true };
          return { ...(await replaced(trx, standing, { value, asked })), created: false };
        }),
      ),

    change: (key, value, asked) =>
      oneOfTwo(noun.knownBy, () => sold(asked, async (trx) => replaced(trx, await known(trx, key), { value, asked }))),

    remove: (key, { change, version }) =>
      sold({ change }, async (trx) => {
        const standing = await known(trx, key);
        if (version !== undefined) refuseStale(version, standing.version);
        const { now, ever } = await noun.uses(trx, key, change.at);
        if (now.length > 0 || (ever && !noun.retirable))
          throw new EntryInUse('It is still used, or was sold with.', now.length > 0 ? now : [{ noun: 'order' }]);
        if (!ever) await noun.clear?.(trx, key, change.at);
        const row = trx(table).where({ [noun.keyColumn]: key });
        await (ever ? row.update({ active: false }) : row.delete());
        await told(trx, { key, before: standing, after: ever ? { ...standing, active: false } : undefined }, change);
        return ever ? 'retired' : 'deleted';
      }),
  };

  function sold<D>({ change }: Asked, work: (trx: Knex.Transaction) => Promise<D>): Promise<D> {
    return inTransaction(knex, (trx) => keepingSale(trx, change.at, () => work(trx)));
  }

  function read(query: Knex.QueryBuilder): Promise<readonly Pick<Row<N>, C>[]> {
    return tableRows<N, C>(query, noun.columns);
  }

  async function keptOf(on: Knex, row: Pick<Row<N>, C>): Promise<Kept<T, K>> {
    const value = await noun.read(on, row);
    const active = !('active' in row) || Boolean(row.active);
    return { key: noun.keyOf(row), value, active, version: versionOf({ value, active }) };
  }

  async function kept(on: Knex, which: Where): Promise<Kept<T, K> | undefined> {
    const [row] = await read(on(table).where(which).limit(1));
    return row && keptOf(on, row);
  }

  async function locked(trx: Knex.Transaction, which: Where): Promise<Kept<T, K> | undefined> {
    const [row] = await read(trx(table).where(which).forUpdate().limit(1));
    return row && keptOf(trx, row);
  }

  async function known(trx: Knex.Transaction, key: K): Promise<Kept<T, K>> {
    const standing = await locked(trx, { [noun.keyColumn]: key });
    if (!standing) throw new Refusal('entry-not-found', `No ${noun.kind} ${key}.`, { kind: noun.kind, key });
    return standing;
  }

  async function added(trx: Knex.Transaction, value: T, { change }: Asked): Promise<Kept<T, K>> {
    await noun.refuse?.(trx, { before: undefined, value, at: change.at });
    await trx(table).insert({ ...noun.row(value), ...noun.fresh });
    const { key } = await standingAt(trx, noun.natural(value));
    await noun.after?.(trx, { key, before: undefined, value, at: change.at });
    const after = await standingAt(trx, noun.natural(value));
    await told(trx, { key, before: undefined, after }, change);
    return after;
  }

  async function replaced(
    trx: Knex.Transaction,
    standing: Kept<T, K>,
    { value, asked: { change, version } }: { readonly value: T; readonly asked: Asked },
  ): Promise<Kept<T, K>> {
    const { key } = standing;
    const said = noun.same?.(value) ?? value;
    if (standing.active && canonical(said) === canonical(standing.value)) return standing;
    refuseStale(version, standing.version, noun.knownBy);
    const writing = { key, before: standing.value, value, at: change.at };
    await noun.refuse?.(trx, writing);
    await trx(table)
      .where({ [noun.keyColumn]: key })
      .update({ ...noun.row(value), ...(noun.retirable ? { active: true } : {}) });
    await noun.after?.(trx, writing);
    const after = await standingAt(trx, { [noun.keyColumn]: key });
    await told(trx, { key, before: standing, after }, change);
    return after;
  }

  async function standingAt(trx: Knex.Transaction, which: Where): Promise<Kept<T, K>> {
    const standing = await kept(trx, which);
    if (!standing) throw new Error(`The ${noun.kind} that was written is not there.`);
    return standing;
  }

  function told(
    trx: Knex.Transaction,
    { key, before, after }: { readonly key: K; readonly before: Kept<T, K> | undefined; readonly after: Kept<T, K> | undefined },
    change: Asked['change'],
  ): Promise<void> {
    const shown = (one: Kept<T, K> | undefined) => one && { ...one.value, ...(one.active ? {} : { active: false }) };
    return recordChange(trx, { ...change, subject: { kind: noun.kind, id: `${key}` }, before: shown(before), after: shown(after) });
  }
}

/** Two who add the same at once: the second finds it. */
async function oneOfTwo<T>(knownBy: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
  }
  try {
    return await work();
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    throw new Refusal('already-exists', 'Another entry is known by that.', knownBy === undefined ? {} : { field: knownBy });
  }
}
