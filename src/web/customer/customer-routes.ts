import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Id } from '../api/fields';
import { pageOf } from '../api/page-size';
import { z } from '../api/zod';

const Customer = z
  .object({ number: z.int(), name: z.string(), email: z.string().optional(), channel: z.string().optional(), orders: z.int() })
  .openapi('Customer');

/** Who buys, and by which channel they were first met. */
export function customerRoutes({ needs }: Site): readonly ApiRoute[] {
  const list = keyRoute(
    {
      method: 'get',
      path: '/customers',
      tag: 'Orders',
      roles: ['cashier', 'admin'],
      summary: 'Customers, the newest first',
      query: z.object({
        channel: z.string().max(40).optional().openapi({ description: 'Where they were first met.', example: 'INTERNET' }),
        after: Id.optional().openapi({ description: '`next` of the page before.' }),
        limit: pageOf({ most: 100, otherwise: 25 }),
      }),
      says: 'A page of customers',
      response: z.object({ customers: z.array(Customer), next: z.int().optional() }).openapi('CustomerPage'),
    },
    async ({ query }) => {
      const page = await needs.customers.list(query);
      return { customers: [...page.customers], next: page.next };
    },
  );
  return [list];
}
