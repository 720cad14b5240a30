import type { Request, RequestHandler, Response } from 'express';
import { INTERNET } from '../../domain/sale/channel';
import { priceChosen } from '../../use-cases/basket/fill-basket';
import type { PricedBasket } from '../../domain/sale/basket';
import type { FormerOrder } from '../../ports/sale/baskets';
import { untilClosing, type Offer } from '../../domain/sale/offer';
import { letCustomerIn } from '../session';
import type { Site, Visit } from '../visit';
import { atVenue, visitOf } from '../visit';
import { fieldOf } from './choice';
import { ruledOut } from './ruled-out';
import type { SessionBasket } from './session-basket';
import { orderKey, shownBasket } from './session-basket';

/** Somebody with a basket, at one of its pages. */
export interface Shopping {
  readonly visit: Visit;
  readonly request: Request;
  readonly response: Response;
  readonly basket: SessionBasket;
  readonly offer: Offer;
  readonly priced: PricedBasket;
  /** All its places are still kept. */
  readonly held: boolean;
  /** Those that were given up for it. */
  readonly former: readonly FormerOrder[];
}

/** The basket of this browser as it stands; `undefined` when there is none any more, or none that can be ordered. */
export async function shoppingAt(site: Site, request: Request, response: Response): Promise<Shopping | undefined> {
  const { baskets, catalogue, clock } = site.needs;
  const { basket } = request.session;
  if (!basket || (await paidMeanwhile(site, request)) !== undefined) return undefined;
  const held = basket.until > clock.now() && (await baskets.held(basket.id)).length === basket.seats.length;
  if (!held && (await becameOrder(site, request, basket))) return undefined;
  const offer = await catalogue.offer(basket.performanceId, INTERNET);
  if (!offer || ruledOut(offer, basket)) {
    // Taken off sale, or sold by other rules now: what was chosen stays known, so that the pages can say why (`noBasket`).
    await baskets.release(basket.id);
    return undefined;
  }
  const priced = priceChosen(offer, basket.seats, basket.delivery);
  const visit = atVenue(await visitOf(site, request, response), offer.venue);
  const former = await baskets.formerOrders(basket.id);
  return { visit, request, response, basket: endingWithSale(basket, offer), offer, priced, held, former };
}

/** The closing may have been set, or brought forward, since the basket was filled. */
function endingWithSale(basket: SessionBasket, offer: Offer): SessionBasket {
  return { ...basket, until: untilClosing(offer, basket.until), latest: untilClosing(offer, basket.latest) };
}

/** The order that the basket came from was paid after all, in another tab: its seats are bought, and the basket is emptied. */
export async function paidMeanwhile({ needs: { baskets } }: Site, request: Request): Promise<string | undefined> {
  const { basket, replaced } = request.session;
  if (!basket) return undefined;
  const paid = (await baskets.formerOrders(basket.id)).filter(({ payment }) => payment === 'paid');
  if (paid.some(({ performanceId }) => performanceId === replaced?.performanceId)) delete request.session.replaced;
  const order = paid.find(({ performanceId }) => performanceId === basket.performanceId);
  if (!order) return undefined;
  await baskets.release(basket.id);
  delete request.session.basket;
  request.session.bought = order.reference;
  return order.reference;
}

/** The order was placed, and the answer that says so never kept: the basket is that order. */
async function becameOrder({ needs }: Site, request: Request, { id }: SessionBasket): Promise<boolean> {
  const reference = await needs.orders.placedUnder(orderKey(id));
  const order = reference === undefined ? undefined : await needs.orders.view(reference);
  if (!order) return false;
  delete request.session.basket;
  request.session.bought = order.reference;
  await letCustomerIn(request, { reference: order.reference, linkVersion: order.linkVersion });
  return true;
}

/** The form was of this very basket: another tab has not filled it anew meanwhile. */
export function isShown({ request, offer, basket }: Shopping): boolean {
  return fieldOf(request.body, 'shown') === shownBasket(offer, basket);
}

/**
 * The guard of the shop's forms. One whose page has outlived its session is not obeyed, but not sent away either: the
 * handler shows the page anew, with what was typed.
 */
export function shopGuard({ csrf }: Site): RequestHandler {
  return (request, response, next) =>
    void csrf.guard(request, response, (fault?: unknown) => {
      // Another site's form is refused outright: it would put its own words before the visitor.
      const from = request.get('sec-fetch-site') ?? 'same-origin';
      if (!isForbidden(fault) || (from !== 'same-origin' && from !== 'none')) return next(fault);
      response.locals['stale'] = true;
      next();
    });
}

export function isStale(response: Response): boolean {
  return response.locals['stale'] === true;
}

function isForbidden(fault: unknown): boolean {
  return fault instanceof Error && 'status' in fault && fault.status === 403;
}
