import type { Site } from '../../visit';
import type { ApiRoute } from '../route';
import { Amount, Wording } from '../schemas';
import { z } from '../zod';
import { codedRoutes } from './shelf-routes';

const Name = z.string().trim().min(1).max(120);

/** Under whom, by which way, how money comes in, and how tickets leave. */
export function tillEntryRoutes(site: Site): readonly ApiRoute[] {
  const { tillOperators, salesChannels, paymentMethods, deliveryMethods } = site.needs.shelves;
  const Named = z.object({ name: Name });
  return [
    ...codedRoutes(site, { path: 'till-operators', many: 'till operators', one: 'till operator' }, { schema: Named, shelf: tillOperators }),
    ...codedRoutes(
      site,
      { path: 'sales-channels', many: 'sales channels', one: 'sales channel' },
      { schema: SalesChannel, shelf: salesChannels },
    ),
    ...codedRoutes(
      site,
      { path: 'payment-methods', many: 'payment methods', one: 'payment method' },
      { schema: Named, shelf: paymentMethods },
    ),
    ...codedRoutes(
      site,
      { path: 'delivery-methods', many: 'delivery methods', one: 'delivery method' },
      { schema: DeliveryMethod, shelf: deliveryMethods },
    ),
  ];
}

const SalesChannel = z.object({
  name: Name,
  tillOperator: z.string().min(1).max(40).openapi({ description: 'In whose till its money is counted.' }),
  online: z.boolean().openapi({ description: 'Sells without anybody at the counter: only what is published.' }),
});

const DeliveryMethod = z.object({
  name: Wording,
  sort: z.int().min(0).max(9999).default(0),
  price: Amount.default(0),
  template: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .openapi({ description: 'Code of the ticket template. Without one no e-ticket can leave by this method.' }),
});
