import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { isOrderReference } from '../../domain/sale/reference';
import { Refusal } from '../../domain/refusal';
import { orderLetIn } from '../order-let-in';
import { shopperOf } from '../holder';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { basketOf } from './session-basket';
import { isStale, shopGuard } from './shopping';

/** « Revenir à mon panier » from a payment that was left or refused, and « Chercher les mêmes places » when its time is over. */
export function orderToBasket(site: Site): Router {
  const { baskets, deeds, orders } = site.needs;
  const router = Router();
  router.post(ROUTES.orderToBasket, shopGuard(site), async (request, response) => {
    const reference = String(request.params['reference']);
    const order = await orderLetIn(site, request);
    const back = pathOf('orderReturn', { reference });
    if (isStale(response) || !order) return response.redirect(303, back);
    // Taken back before, in another tab: what it became stays as it is.
    const became = await baskets.takenOverBy(reference);
    if (became !== undefined && became === request.session.basket?.id) return response.redirect(303, pathOf('basket'));
    const next = became !== undefined && isOrderReference(became) ? await orders.view(became) : undefined;
    if (next && ['pending', 'failed', 'paid'].includes(next.payment))
      return response.redirect(303, pathOf('orderReturn', { reference: next.reference }));
    try {
      const filled = await deeds.reopenBasket({ order: reference, basket: randomUUID(), holder: shopperOf(site, request) });
      request.session.basket = { ...basketOf(filled.basket, filled, filled.seats), delivery: filled.deliveryMethod };
      return response.redirect(303, pathOf('basket', undefined, filled.lost.length > 0 ? { autres: 1 } : {}));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      // It was paid meanwhile; or nothing is left of it, and the page of the performance says what there is.
      const gone = refusal.code !== 'payment-not-open';
      return response.redirect(303, gone ? pathOf('performance', { performance: order.performance.id }) : back);
    }
  });
  return router;
}
