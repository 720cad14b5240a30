import type { Request, Response } from 'express';
import type { OrderView, SeatView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { orderLetIn } from '../order-let-in';
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

/** The seat named in the address. */
export function seatIn(order: OrderView, request: Request): SeatView {
  const no = Number(request.params['seat']);
  const seat = order.seats.find((one) => one.no === no);
  if (!seat) throw new Refusal('seat-not-found', `Order ${order.reference} has no such seat.`);
  return seat;
}
