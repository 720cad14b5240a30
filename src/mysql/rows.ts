import type { Knex } from 'knex';
import type { NewRow, Row, TableName } from './schema/tables';

type ColumnPath = { [T in TableName]: `${T}.${keyof Row<T> & string}` }[TableName];

/** `?`: may be missing, its table being joined on the left. `!`: never null here, for the query leaves those rows out. */
type Path = ColumnPath | `${ColumnPath}?` | `${ColumnPath}!`;

/** What the database works out: the only values whose type is said where they are asked for. */
interface Computed<T> {
  readonly sql: Knex.Raw | Knex.QueryBuilder;
  /** Never set: carries the type. */
  readonly type?: T;
}

/** `past:venue_texts.version`: the query calls the table `past`. */
type Wanted = Path | `${string}:${Path}` | Computed<unknown>;

type Selection = Readonly<Record<string, Wanted>>;

type ValueOf<W> =
  W extends Computed<infer T>
    ? T
    : W extends `${string}:${infer P}`
      ? ValueOf<P>
      : W extends `${infer P}?`
        ? ColumnOf<P> | null
        : W extends `${infer P}!`
          ? NonNullable<ColumnOf<P>>
          : ColumnOf<W>;

type ColumnOf<P> = P extends `${infer T}.${infer C}` ? (T extends TableName ? (C extends keyof Row<T> ? Row<T>[C] : never) : never) : never;

export type Selected<S> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** For a query inside another one. */
export function selecting(query: Knex.QueryBuilder, selection: Selection): Knex.QueryBuilder {
  return query.select(columnsOf(selection));
}

/** A query that has selected those columns already. Here what the driver gives is taken for what the schema says. */
export async function selectedBy<const S extends Selection>(query: Knex.QueryBuilder, _selection: S): Promise<readonly Selected<S>[]> {
  // oxlint-disable-next-line typescript/no-unsafe-return
  return query;
}

/** Of several queries together, each row once. */
export async function unionOf<const S extends Selection>(
  queries: readonly Knex.QueryBuilder[],
  selection: S,
): Promise<readonly Selected<S>[]> {
  const [first, ...others] = queries.map((query) => selecting(query, selection));
  return first ? selectedBy(first.union(others), selection) : [];
}

/** Selects these columns under these names: what comes out cannot be typed otherwise than it was asked for. */
export async function rowsOf<const S extends Selection>(query: Knex.QueryBuilder, selection: S): Promise<readonly Selected<S>[]> {
  return selectedBy(selecting(query, selection), selection);
}

export async function firstOf<const S extends Selection>(query: Knex.QueryBuilder, selection: S): Promise<Selected<S> | undefined> {
  const [row] = await rowsOf(query.limit(1), selection);
  return row;
}

type TableIn<T> = T extends `${string}:${infer N}` ? (N extends TableName ? N : never) : T extends TableName ? T : never;

/** Columns of one table under their own names, for a selection of several. */
export function columns<T extends TableName | `${string}:${TableName}`, C extends keyof Row<TableIn<T>> & string>(
  table: T,
  ...names: readonly C[]
): { readonly [K in C]: `${T}.${K}` };
export function columns(table: string, ...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `${table}.${name}`]));
}

/** Of one table, where knex cannot know which it is: the caller is generic. */
export async function tableRows<T extends TableName, C extends keyof Row<T> & string>(
  query: Knex.QueryBuilder,
  named: readonly C[],
): Promise<readonly Pick<Row<T>, C>[]> {
  // oxlint-disable-next-line typescript/no-unsafe-return
  return query.select([...named]);
}

/** One column. */
export async function valuesOf<const P extends Path>(query: Knex.QueryBuilder, path: P): Promise<readonly ValueOf<P>[]> {
  // oxlint-disable-next-line typescript/no-unsafe-return
  return query.pluck(columnIn(path));
}

export async function countOf(query: Knex.QueryBuilder): Promise<number> {
  // oxlint-disable-next-line reads/no-typed-read, typescript/no-unsafe-assignment
  const [row]: readonly { readonly n: number }[] = await query.count({ n: '*' });
  if (!row) throw new Error('A count came without a row.');
  return row.n;
}

/** `T` is what the driver gives: a count is a number, a sum text or null, a comparison 0 or 1. */
export function computed<T extends number | string | Date | null>(sql: Computed<T>['sql']): Computed<T> {
  return { sql };
}

/** Inserts a row and gives the number that the database has given to it. */
export async function insertedId<T extends TableName>(knex: Knex, table: T, row: NewRow<T>): Promise<number> {
  const name: string = table;
  return idIn(await knex(name).insert(row));
}

/** What the driver answers to an insert. */
export function idIn([id]: readonly unknown[]): number {
  if (typeof id !== 'number' || id < 1) throw new Error('A new row was given no number.');
  return id;
}

function columnsOf(selection: Selection): Record<string, string | Knex.Raw | Knex.QueryBuilder> {
  return Object.fromEntries(
    Object.entries(selection).map(([name, wanted]) => [name, typeof wanted === 'string' ? columnIn(wanted) : wanted.sql]),
  );
}

function columnIn(wanted: string): string {
  const path = wanted.replace(/[?!]$/, '');
  const colon = path.indexOf(':');
  return colon < 0 ? path : path.slice(0, colon) + path.slice(path.indexOf('.'));
}
