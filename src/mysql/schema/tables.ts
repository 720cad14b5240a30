import type { Knex } from 'knex';
import * as access from './access';
import * as catalogue from './catalogue';
import type { InsertOf, RowOf, UpdateOf } from './column';
import * as mail from './mail';
import * as money from './money';
import * as orders from './orders';
import * as proofs from './proofs';
import * as sale from './sale';
import * as story from './story';
import * as tickets from './tickets';
import * as venues from './venues';

/** Every table and its columns, said once; test/mysql/schema.test.ts holds them against a migrated database. */
export const TABLES = { ...orders, ...money, ...proofs, ...story, ...mail, ...tickets, ...catalogue, ...sale, ...venues, ...access };

type Schema = typeof TABLES;
export type TableName = keyof Schema;

/** As `select *` gives it. */
export type Row<T extends TableName> = RowOf<Schema[T]>;
export type NewRow<T extends TableName> = InsertOf<Schema[T]>;
export type RowChange<T extends TableName> = UpdateOf<Schema[T]>;

type Registered = { [T in TableName]: Knex.CompositeTableType<Row<T>, NewRow<T>, RowChange<T>> };

declare module 'knex/types/tables' {
  // eslint-disable-next-line typescript/no-empty-interface
  interface Tables extends Registered {}
}

declare module 'knex/types/result' {
  interface Registry {
    /** BIGINT (column.ts). */
    Count: number;
  }
}
