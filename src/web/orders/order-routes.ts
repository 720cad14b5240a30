import { ORDER_STATUSES } from '../../domain/order/summary';
import type { OrderView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import type { Site } from '../visit';
import { orderBody } from '../api/bodies';
import type { ApiRoute } from '../api/route';
import { EVERY_ROLE, keyRoute } from '../api/route';
import { OfOrder, SeatNo, Id } from '../api/fields';
import { Order, OrderLine, TimelineEntry } from './order-schemas';
import { pageOf } from '../api/page-size';
import { z } from '../api/zod';

const TAG = 'Orders';

const FoundLine = OrderLine.extend({
  matchedHolders: z
    .array(z.object({ seat: SeatNo, name: z.string() }))
    .optional()
    .openapi({ description: 'Who sits there and has the name that was sought, where the buyer has not.' }),
}).openapi('FoundOrder');

/** Searching and reading orders. */
export function orderRoutes({ needs }: Site): readonly ApiRoute[] {
  const { orders } = needs;
  const search = keyRoute(
    {
      method: 'get',
      path: '/orders',
      tag: TAG,
      roles: EVERY_ROLE,
      summary: 'Search orders, newest first',
      query: z.object({
        text: z
          .string()
          .trim()
          .max(120)
          .optional()
          .openapi({ description: 'Reference, name of the customer or of who sits there, e-mail address or number.' }),
        status: z.enum(ORDER_STATUSES).optional(),
        performanceId: Id.optional(),
        channel: z.string().max(40).optional().openapi({ description: 'Sales channel.', example: 'INTERNET' }),
        after: z.string().max(200).optional().openapi({ description: '`next` of the page before.' }),
        limit: pageOf({ most: 100, otherwise: 25 }),
      }),
      says: 'A page of orders',
      response: z.object({ orders: z.array(FoundLine), next: z.string().optional() }).openapi('OrderPage'),
    },
    async ({ query }) => {
      const page = await orders.search(query);
      return {
        orders: page.orders.map(({ matchedHolders, ...line }) => ({
          ...line,
          matchedHolders: matchedHolders && [...matchedHolders],
        })),
        next: page.next,
      };
    },
  );

  const show = keyRoute(
    {
      method: 'get',
      path: '/orders/{reference}',
      tag: TAG,
      roles: EVERY_ROLE,
      summary: 'One order',
      params: OfOrder,
      says: 'The order as the record reads',
      response: Order,
      refuses: ['order-not-found'],
    },
    async ({ params }) => orderBody(await viewOf(params.reference)),
  );

  const timeline = keyRoute(
    {
      method: 'get',
      path: '/orders/{reference}/timeline',
      tag: TAG,
      roles: EVERY_ROLE,
      summary: 'Who did what, when, by which door',
      params: OfOrder,
      says: 'Newest first',
      response: z.object({ timeline: z.array(TimelineEntry) }).openapi('Timeline'),
      refuses: ['order-not-found'],
    },
    async ({ params }) => {
      await viewOf(params.reference);
      return { timeline: (await orders.timeline(params.reference)).map((entry) => ({ ...entry, detail: { ...entry.detail } })) };
    },
  );
  return [search, show, timeline];

  async function viewOf(reference: string): Promise<OrderView> {
    const view = await orders.view(reference);
    if (!view) throw new Refusal('order-not-found', `No order ${reference}.`);
    return view;
  }
}
