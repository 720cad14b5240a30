import type { Request } from 'express';
import type { OrderView } from '../../domain/order-view';
import { isOrderReference } from '../../domain/sale/reference';
import { Refusal } from '../../domain/refusal';
import type { Site } from '../visit';

/** The order named in the address. */
export async function orderAt(site: Site, request: Request): Promise<OrderView> {
  const reference = String(request.params['reference']);
  const order = isOrderReference(reference) ? await site.needs.orders.view(reference) : undefined;
  if (!order) throw new Refusal('order-not-found', 'No such order.');
  return order;
}
