import type { Knex } from 'knex';
import { insertedId, tableRows } from '../rows';
import type { NewRow, Row, TableName } from '../schema/tables';

/** Adds those rows that are not there yet; what people changed since is left as it is. */
export async function insertMissing<T extends TableName>(
  knex: Knex,
  table: T,
  keys: readonly (keyof Row<T> & string)[],
  rows: readonly NewRow<T>[],
): Promise<void> {
  const name: string = table;
  for (const row of rows) {
    const known: unknown = await knex(name).where(keyIn(row, keys)).first(knex.raw('1'));
    if (known === undefined) await knex(name).insert(row);
  }
}

/** The same for one row of a table that counts its own ids. */
export async function idOf<T extends 'rooms' | 'shows' | 'venues'>(
  knex: Knex,
  table: T,
  keys: readonly (keyof Row<T> & string)[],
  row: NewRow<T>,
): Promise<number> {
  const name: string = table;
  const [known] = await tableRows<'rooms' | 'shows' | 'venues', 'id'>(knex(name).where(keyIn(row, keys)).limit(1), ['id']);
  return known?.id ?? insertedId(knex, table, row);
}

function keyIn(row: object, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => keys.includes(name)));
}

/** One text in each language, as a JSON column takes it. */
export function words(fr: string, en: string): string {
  return JSON.stringify({ fr, en });
}
