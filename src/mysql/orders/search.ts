import type { Knex } from 'knex';
import { readReference } from '../../domain/reference';
import { Refusal } from '../../domain/refusal';
import type { OrderFilter, OrderLine, Orders } from '../../ports/orders';
import { orderLines } from './order-lines';
import { asTyped } from './search-terms';

/** Where a page ended: orders are listed by when they were placed, then by reference. */
interface Mark {
  readonly placed_at: Date;
  readonly reference: string;
}

/**
 * Each filter has an index that ends in (placed_at, reference), so that a page reads little more than itself among a
 * million orders: first the references, then what their lines show.
 */
export async function searchOrders(knex: Knex, filter: OrderFilter): Promise<Awaited<ReturnType<Orders['search']>>> {
  const exact = await byReference(knex, filter);
  if (exact) return { orders: exact };
  const marks = await marksOf(knex, filter);
  const page = marks.slice(0, filter.limit);
  const last = page.at(-1);
  const orders = await orderLines(
    knex,
    page.map(({ reference }) => reference),
  );
  return { orders, next: last && marks.length > page.length ? writeMark(last) : undefined };
}

/** Eight letters may be a name as well as a reference, so a reference that is unknown is searched as a name. */
async function byReference(knex: Knex, { text, status, performanceId }: OrderFilter): Promise<readonly OrderLine[] | undefined> {
  const reference = text === undefined ? undefined : readReference(text);
  if (reference === undefined) return undefined;
  const found: readonly string[] = await knex('orders')
    .where({ reference, ...(status && { status }), ...(performanceId && { performance_id: performanceId }) })
    .pluck('reference');
  return found.length === 0 ? undefined : orderLines(knex, found);
}

async function marksOf(knex: Knex, filter: OrderFilter): Promise<readonly Mark[]> {
  const text = asTyped(filter.text ?? '');
  // signs alone are no name: nobody is found rather than everybody
  if (text === '' && filter.text?.trim()) return [];
  const list = /^\d*$/.test(text) ? ofOrders(knex, filter, text) : ofTerms(knex, filter, text);
  const { query, placedAt, reference } = filter.after === undefined ? list : following(list, readMark(filter.after));
  // one more than the page: it tells whether another follows
  return query
    .orderBy([
      { column: placedAt, order: 'desc' },
      { column: reference, order: 'desc' },
    ])
    .limit(filter.limit + 1);
}

/** A query whose rows are marks, and what its columns are called. */
interface MarkList {
  readonly query: Knex.QueryBuilder;
  readonly placedAt: string;
  readonly reference: string;
}

function ofOrders(knex: Knex, { status, performanceId }: OrderFilter, customerId: string): MarkList {
  const query = knex('orders').select('placed_at', 'reference');
  if (customerId !== '') query.where({ customer_id: customerId });
  if (status !== undefined) query.where({ status });
  if (performanceId !== undefined) query.where({ performance_id: performanceId });
  return { query, placedAt: 'placed_at', reference: 'reference' };
}

/** One or two letters are a whole word (« Li »): as a beginning they would find everybody. */
function ofTerms(knex: Knex, { status, performanceId }: OrderFilter, text: string): MarkList {
  const begins = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  const query = knex({ t: 'order_search_terms' }).distinct({ placed_at: 't.placed_at', reference: 't.order_reference' });
  if (text.length < 3) query.whereRaw('(t.term = ? or t.term like ?)', [text, `${begins} %`]);
  else query.where('t.term', 'like', `${begins}%`);
  if (status !== undefined || performanceId !== undefined) query.join({ o: 'orders' }, 'o.reference', 't.order_reference');
  if (status !== undefined) query.where('o.status', status);
  if (performanceId !== undefined) query.where('o.performance_id', performanceId);
  return { query, placedAt: 't.placed_at', reference: 't.order_reference' };
}

function following(list: MarkList, after: Mark): MarkList {
  const { query, placedAt, reference } = list;
  query.where(placedAt, '<=', after.placed_at);
  query.whereRaw('(?? < ? or ?? < ?)', [placedAt, after.placed_at, reference, after.reference]);
  return list;
}

function writeMark({ placed_at, reference }: Mark): string {
  return `${placed_at.getTime()}.${reference}`;
}

function readMark(text: string): Mark {
  const [, millis, reference] = /^(\d{1,15})\.([0-9A-Z]{4}-[0-9A-Z]{4})$/.exec(text) ?? [];
  if (millis === undefined || reference === undefined) throw new Refusal('input-invalid', 'This page does not follow any other.');
  return { placed_at: new Date(Number(millis)), reference };
}
