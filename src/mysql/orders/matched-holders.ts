import type { Knex } from 'knex';
import { wordsFoundIn } from '../../domain/name-words';
import type { MatchedHolder, OrderLine } from '../../ports/orders';
import { columns, rowsOf } from '../rows';
import type { Row } from '../schema/tables';

/** Says of the orders found by a name that is not the buyer's whose it is. */
export async function withMatchedHolders(
  knex: Knex,
  orders: readonly OrderLine[],
  sought: readonly string[],
): Promise<readonly OrderLine[]> {
  const others = new Map(orders.map((order) => [order.reference, notTheBuyers(order, sought)]));
  const asked = [...others].flatMap(([reference, words]) => (words.length > 0 ? [reference] : []));
  if (asked.length === 0) return orders;
  const seats = knex('positions').whereIn('order_reference', asked).orderBy(['order_reference', 'no']);
  const rows = await rowsOf(seats, { ...columns('positions', 'no', 'holder'), reference: 'positions.order_reference' });
  return orders.map((order) => {
    const words = others.get(order.reference) ?? [];
    const holders = rows.filter(({ reference, holder }) => reference === order.reference && wordsFoundIn(holder, words).length > 0);
    return holders.length === 0 ? order : { ...order, matchedHolders: holders.map(holderOf) };
  });
}

function notTheBuyers({ customerName }: OrderLine, sought: readonly string[]): readonly string[] {
  const found = wordsFoundIn(customerName, sought);
  return sought.filter((word) => !found.includes(word));
}

function holderOf({ no, holder }: Pick<Row<'positions'>, 'no' | 'holder'>): MatchedHolder {
  return { seat: no, name: holder };
}
