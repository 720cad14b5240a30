import { bringsTickets } from '../../domain/letter';
import type { OrderView } from '../../domain/order-view';
import type { Orders } from '../../ports/orders';
import type { ReadOrder } from './letter-facts';

/**
 * One order as it stands, for letters that leave one after the other. Read again when its story or its customer's link has
 * moved on, and for tickets that leave behind others: their letter tells which have left already.
 */
export function rememberOrder(orders: Pick<Orders, 'view'>): ReadOrder {
  let known: { readonly as: string; readonly view: OrderView | undefined } | undefined;
  let haveTicketsLeft = false;
  return async ({ order_reference: order, story_seq_now: seq, link_version: link, kind }) => {
    if (order === null) return undefined;
    const as = [order, seq, link].join(' ');
    if (known?.as !== as || (bringsTickets(kind) && haveTicketsLeft)) known = { as, view: await orders.view(order) };
    haveTicketsLeft ||= bringsTickets(kind);
    return known.view;
  };
}
