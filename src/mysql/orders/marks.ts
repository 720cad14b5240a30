import type { Knex } from 'knex';
import { followsNothing } from '../../domain/catalogue/refused-entry';
import type { OrderFilter } from '../../ports/orders';
import { columns, selectedBy, type Selected } from '../rows';
import { instantOfMark } from '../page-mark';

/** Where a page ends: orders are listed by when they were placed, then by reference, newest first. */
export type Mark = Selected<typeof MARK>;

export const MARK = columns('orders', 'placed_at', 'reference');

/** A query whose rows are marks, and what its columns are called. */
export interface MarkList {
  readonly query: Knex.QueryBuilder;
  readonly placedAt: string;
  readonly reference: string;
}

/** One more than the page: it tells whether another follows. */
export function newestFirst({ query, placedAt, reference }: MarkList, { limit }: OrderFilter): Knex.QueryBuilder {
  const order = [
    { column: placedAt, order: 'desc' },
    { column: reference, order: 'desc' },
  ];
  return query.orderBy(order).limit(limit + 1);
}

/** What comes after the page before. */
export function following(list: MarkList, { after }: OrderFilter): MarkList {
  if (after === undefined) return list;
  const { placed_at, reference } = readMark(after);
  list.query.where(list.placedAt, '<=', placed_at);
  list.query.whereRaw('(?? < ? or ?? < ?)', [list.placedAt, placed_at, list.reference, reference]);
  return list;
}

/** For `like`: what was typed, to its letter. */
export function beginsWith(text: string): string {
  return `${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Of a query that has selected them. */
export function marksIn(query: Knex.QueryBuilder): Promise<readonly Mark[]> {
  return selectedBy(query, MARK);
}

export function writeMark({ placed_at, reference }: Mark): string {
  return `${placed_at.getTime()}.${reference}`;
}

function readMark(text: string): Mark {
  const [, millis, reference] = /^(\d{1,15})\.([0-9A-Z]{4}-[0-9A-Z]{4})$/.exec(text) ?? [];
  if (millis === undefined || reference === undefined) throw followsNothing();
  return { placed_at: instantOfMark(millis), reference };
}
