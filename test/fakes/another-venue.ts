import type { Knex } from 'knex';
import { idIn } from '../../src/mysql/rows';
import type { RowChange } from '../../src/mysql/schema/tables';
import { defined } from './defined';

/** Like the first venue, but for what is its own. */
export async function anotherVenue(knex: Knex, own: RowChange<'venues'>): Promise<number> {
  const { id: _, ...first } = defined(await knex('venues').orderBy('id').first());
  const columns = Object.entries(first).map(([name, value]) => [name, isJson(value) ? JSON.stringify(value) : value]);
  const table: string = 'venues';
  return idIn(await knex(table).insert({ ...Object.fromEntries(columns), ...own }));
}

function isJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
}
