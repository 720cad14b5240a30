import type { Request } from 'express';
import type { OrderView } from '../domain/order-view';
import { asTold } from '../domain/order/as-told';
import { isOrderReference } from '../domain/sale/reference';
import { isLetIn } from './session';
import type { Site } from './visit';

/** The order in the address, as its spectator knows it; `undefined` for a browser that was not let in, whether or not there is such an order. */
export async function orderLetIn(
  { needs }: Site,
  request: Request,
  reference = String(request.params['reference']),
): Promise<OrderView | undefined> {
  // Of an order that this browser was never let in to nothing is read: nor can the time of the answer tell anything of it.
  const wasLetIn = (request.session.orders ?? []).some((one) => one.reference === reference);
  const order = wasLetIn && isOrderReference(reference) ? await needs.orders.view(reference) : undefined;
  return order && isLetIn(request, order) ? asTold(order) : undefined;
}
