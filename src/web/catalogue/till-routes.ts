import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { name, spoken } from '../typed-text';
import { Price, Sort } from '../api/fields';
import { z } from '../api/zod';
import { codedRoutes } from './shelf-routes';

/** Under whom, by which way, how money comes in, and how tickets leave. */
export function tillEntryRoutes(site: Site): readonly ApiRoute[] {
  const { tillOperators, salesChannels, paymentMethods, deliveryMethods } = site.needs.shelves;
  const Named = z.object({ name: name(120) });
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
  name: name(120),
  tillOperator: z.string().min(1).max(40).openapi({ description: 'In whose till its money is counted.' }),
  online: z.boolean().openapi({ description: 'Sells without anybody at the counter: only what is published.' }),
});

const TemplateCode = z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, figures and dashes');

const DeliveryMethod = z.object({
  name: spoken(name(120)),
  sort: Sort,
  price: Price.default(0),
  template: TemplateCode.optional().openapi({
    description: 'Code of the ticket template. Without one no e-ticket can leave by this method.',
  }),
});
