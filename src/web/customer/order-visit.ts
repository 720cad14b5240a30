import type { Request, Response } from 'express';
import type { OrderView, SeatView } from '../../domain/order-view';
import { isOrderReference } from '../../domain/sale/reference';
import { Refusal } from '../../domain/refusal';
import { isLetIn } from '../session';
import type { Site, Visit } from '../visit';
import { ofOrder, visitOf } from '../visit';

export interface OrderVisit {
  readonly order: OrderView;
  readonly visit: Visit;
}

/** Only for a browser that the order's link has let in; others learn nothing, not even that the order exists. */
export async function orderVisit(site: Site, request: Request, response: Response): Promise<OrderVisit> {
  const order = await orderLetIn(site, request);
  if (!order) throw new Refusal('not-signed-in', 'This browser was not let in to the order.');
  response.set('Cache-Control', 'no-store');
  return { order, visit: ofOrder(await visitOf(site, request, response), order) };
}

/** The order in the address; `undefined` for a browser that was not let in, whether or not there is such an order. */
export async function orderLetIn(
  { needs }: Site,
  request: Request,
  reference = String(request.params['reference']),
): Promise<OrderView | undefined> {
  // Of an order that this browser was never let in to nothing is read: nor can the time of the answer tell anything of it.
  const wasLetIn = (request.session.orders ?? []).some((one) => one.reference === reference);
  const order = wasLetIn && isOrderReference(reference) ? await needs.orders.view(reference) : undefined;
  return order && isLetIn(request, order) ? order : undefined;
}

/** The seat named in the address. */
export function seatIn(order: OrderView, request: Request): SeatView {
  const no = Number(request.params['seat']);
  const seat = order.seats.find((one) => one.no === no);
  if (!seat) throw new Refusal('seat-not-found', `Order ${order.reference} has no such seat.`);
  return seat;
}
