import { keptAddress } from '../../domain/mail-address';
import type { Knex } from 'knex';
import { soughtWords } from '../../domain/name-words';
import { readReference } from '../../domain/sale/reference';
import { orderOf, readPrintedTicket } from '../../domain/ticket';
import type { OrderFilter, OrderLine, Orders } from '../../ports/orders';
import { selecting } from '../rows';
import { beginsWith, following, marksIn, newestFirst, writeMark, MARK, type Mark } from './marks';
import { withMatchedHolders } from './matched-holders';
import { orderLines } from './order-lines';
import { marksByName } from './search-by-name';

/**
 * Each filter has an index that ends in (placed_at, reference), so that a page reads little more than itself among a
 * million orders: first the references, then what their lines show.
 */
export async function searchOrders(knex: Knex, filter: OrderFilter): Promise<Awaited<ReturnType<Orders['search']>>> {
  const exact = await byWhatIsPrinted(knex, filter);
  if (exact) return { orders: exact };
  const marks = await marksOf(knex, filter);
  const page = marks.slice(0, filter.limit);
  const last = page.at(-1);
  const orders = await orderLines(
    knex,
    page.map(({ reference }) => reference),
  );
  return {
    orders: await withMatchedHolders(knex, orders, namesIn(filter)),
    next: last && marks.length > page.length ? writeMark(last) : undefined,
  };
}

/**
 * A reference, or what stands on a ticket. Eight letters may be a name as well as a reference, so what is unknown is searched as a name;
 * and figures may be the number of a customer: they are a ticket's as tickets print them, « 000 002 », or where no customer has them.
 */
async function byWhatIsPrinted(knex: Knex, filter: OrderFilter): Promise<readonly OrderLine[] | undefined> {
  const { text, status, performanceId, channel } = filter;
  const reference = text === undefined ? undefined : await referenceIn(knex, text);
  if (reference === undefined) return undefined;
  const found = await knex('orders')
    .where({ reference, ...(status && { status }), ...(performanceId && { performance_id: performanceId }), ...(channel && { channel }) })
    .pluck('reference');
  return found.length === 0 ? undefined : orderLines(knex, found);
}

async function referenceIn(knex: Knex, text: string): Promise<string | undefined> {
  const ticket = readPrintedTicket(text);
  if (ticket === undefined) return readReference(text);
  if ('uid' in ticket) return orderOf(ticket.uid);
  const digits = digitsIn(text);
  if (digits !== undefined && !digits.startsWith('0') && (await isCustomer(knex, Number(digits)))) return undefined;
  const row = await knex('tickets').where({ number: ticket.number }).first('order_reference');
  return row?.order_reference ?? readReference(text);
}

async function isCustomer(knex: Knex, id: number): Promise<boolean> {
  return (await knex('customers').where({ id }).first('id')) !== undefined;
}

async function marksOf(knex: Knex, filter: OrderFilter): Promise<readonly Mark[]> {
  const text = filter.text?.trim() ?? '';
  if (text === '') return ofOrders(knex, filter);
  const digits = digitsIn(text);
  if (digits !== undefined) return ofCustomers(knex, filter, [Number(digits)]);
  if (isAddress(text)) return ofCustomers(knex, filter, await customersAt(knex, text));
  return marksByName(knex, filter, soughtWords(text));
}

/** The words of a name that is sought; none where something else is. */
function namesIn({ text = '' }: OrderFilter): readonly string[] {
  return digitsIn(text) !== undefined || isAddress(text) ? [] : soughtWords(text);
}

/** Full-width ones too. */
function digitsIn(text: string): string | undefined {
  return /^\d+$/.exec(text.normalize('NFKC').trim())?.[0];
}

function isAddress(text: string): boolean {
  return text.includes('@');
}

/** With its @ an address, even begun, names few people. */
async function customersAt(knex: Knex, email: string): Promise<readonly number[]> {
  return knex('customers')
    .where('email', 'like', beginsWith(keptAddress(email)))
    .limit(500)
    .pluck('id');
}

async function ofCustomers(knex: Knex, filter: OrderFilter, customers: readonly number[]): Promise<readonly Mark[]> {
  return customers.length === 0 ? [] : ofOrders(knex, filter, customers);
}

async function ofOrders(knex: Knex, filter: OrderFilter, customers?: readonly number[]): Promise<readonly Mark[]> {
  const query = selecting(knex('orders'), MARK);
  if (customers !== undefined) query.whereIn('customer_id', [...customers]);
  if (filter.status !== undefined) query.where({ status: filter.status });
  if (filter.performanceId !== undefined) query.where({ performance_id: filter.performanceId });
  if (filter.channel !== undefined) query.where({ channel: filter.channel });
  return marksIn(newestFirst(following({ query, placedAt: 'placed_at', reference: 'reference' }, filter), filter));
}
