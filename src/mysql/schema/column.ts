import type { Knex } from 'knex';

/** What kind of value a column holds; `flag` is TINYINT(1), `instant` is DATETIME in UTC. */
export type Family = 'text' | 'number' | 'flag' | 'instant' | 'json' | 'bytes';

/** Who gives the value where an insert says nothing: nobody (it must be said), the database, or the database alone. */
export type Given = 'by-us' | 'by-default' | 'by-database';

/** `R`: as the driver gives it (database.ts has the settings that decide). `W`: as it is written. */
export interface Column<R = unknown, W = unknown, G extends Given = Given> {
  readonly family: Family;
  readonly nullable: boolean;
  readonly given: G;
  /** Never set: carries the two types. */
  readonly types?: { readonly read: R; readonly write: W };
}

/** `T`: the words that it may hold, where they are ours. */
export const text = <T extends string = string>(): Column<T, T, 'by-us'> => column('text');

/** Also BIGINT: a number as long as it is safe as one (supportBigNumbers). No column is DECIMAL: only a sum is, and that comes as text. */
export const number = (): Column<number, number, 'by-us'> => column('number');

/** Read as 0 or 1; a boolean only in conditions, which say `true`. */
export const flag = (): Column<number | boolean, boolean, 'by-us'> => column('flag');

export const instant = (): Column<Date, Date, 'by-us'> => column('instant');

/** Text or already an object, by server and driver: only a codec reads it (json-column.ts). */
export const json = (): Column<unknown, string, 'by-us'> => column('json');

export const bytes = (): Column<Buffer, Buffer, 'by-us'> => column('bytes');

export const orNull = <R, W, G extends Given>(one: Column<R, W, G>): Column<R | null, W | null, G> => ({ ...plain(one), nullable: true });

/** The database has a default, or counts. */
export const byDefault = <R, W>(one: Column<R, W>): Column<R, W, 'by-default'> => ({ ...plain(one), given: 'by-default' });

/** The database computes it from others; nobody writes it. */
export const byDatabase = <R, W>(one: Column<R, W>): Column<R, W, 'by-database'> => ({ ...plain(one), given: 'by-database' });

function column(family: Family): { readonly family: Family; readonly nullable: boolean; readonly given: 'by-us' } {
  return { family, nullable: false, given: 'by-us' };
}

function plain<G extends Given>({ family, nullable, given }: Column<unknown, unknown, G>) {
  return { family, nullable, given };
}

export type Columns = Readonly<Record<string, Column>>;

type Read<C> = C extends Column<infer R> ? R : never;
type Write<C> = C extends Column<unknown, infer W> ? W : never;
/** What an insert must say. */
type Needed<T extends Columns> = {
  [K in keyof T]: T[K]['given'] extends 'by-us' ? (null extends Write<T[K]> ? never : K) : never;
}[keyof T];
type Writable<T extends Columns> = { [K in keyof T]: T[K]['given'] extends 'by-database' ? never : K }[keyof T];

export type RowOf<T extends Columns> = { readonly [K in keyof T]: Read<T[K]> };
export type InsertOf<T extends Columns> = { readonly [K in Needed<T>]: Write<T[K]> | Knex.Raw } & {
  readonly [K in Writable<T>]?: Write<T[K]> | Knex.Raw;
};
export type UpdateOf<T extends Columns> = { readonly [K in Writable<T>]?: Write<T[K]> | Knex.Raw };
