import type { EntryUser } from '../../../domain/catalogue/in-use';
import type { Knex } from 'knex';
import type { Row, RowChange, TableName } from '../../schema/tables';

/** Which row. */
export type Where = Readonly<Record<string, unknown>>;

/** What still refers to an entry. */
interface Uses {
  /** What is still to be sold: the entry stays. */
  readonly now: readonly EntryUser[];
  /** What was sold, or is set up: the entry is retired, not deleted. */
  readonly ever: boolean;
}

export interface Writing<T, K> {
  readonly key: K;
  readonly before: T | undefined;
  readonly value: T;
  readonly at: string;
}

/** How entries of one kind lie in the database. */
export interface Noun<T, K extends string | number, N extends TableName, C extends keyof Row<N> & string> {
  /** As the record of changes names it. */
  readonly kind: string;
  readonly table: N;
  readonly keyColumn: 'code' | 'id';
  readonly order: readonly string[];
  /** Whether there is a column `active`. */
  readonly retirable: boolean;
  readonly columns: readonly C[];
  keyOf(row: Pick<Row<N>, C>): K;
  read(knex: Knex, row: Pick<Row<N>, C>): Promise<T>;
  /** By what an entry is known, whatever else it says. */
  natural(value: T): Where;
  /** The member of what is sent that says so; left out where it stands in the address. */
  readonly knownBy?: keyof T & string;
  row(value: T): RowChange<N>;
  /** What only a new row gets. */
  readonly fresh?: RowChange<N>;
  /** Two ways of saying the same. */
  same?(value: T): T;
  refuse?(trx: Knex.Transaction, writing: Omit<Writing<T, K>, 'key'> & { readonly key?: K | undefined }): Promise<void>;
  /** What hangs on the row. */
  after?(trx: Knex.Transaction, writing: Writing<T, K>): Promise<void>;
  uses(trx: Knex.Transaction, key: K, at: string): Promise<Uses>;
  /** What goes with the row, or why it may not go. */
  clear?(trx: Knex.Transaction, key: K, at: string): Promise<void>;
}
