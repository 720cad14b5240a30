import { Router } from 'express';
import type { Request } from 'express';
import { allowedDeliveries } from '../../domain/sale/basket';
import { INTERNET } from '../../domain/sale/channel';
import type { Offer } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import type { ChosenSeat } from '../../desk/basket/fill-basket';
import { priceChosen } from '../../desk/basket/fill-basket';
import { shopperOf } from '../holder';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { visitOf } from '../visit';
import { refusalWords } from '../words/refusals';
import { basketPage, heldNoMore } from './basket-page';
import { basketOf } from './choose-seats';
import { noBasket } from './no-basket';
import { planPage, readChoice } from './plan-page';
import type { SessionBasket } from './session-basket';

/** « Votre panier »: the places kept, until when, how the tickets come, and what will be asked. */
export function basketPages(site: Site): Router {
  const { baskets, clock, deeds, catalogue } = site.needs;
  const router = Router();
  router.get(ROUTES.basket, async (request, response) => {
    const visit = await visitOf(site, request, response);
    response.set('Cache-Control', 'no-store');
    const { basket } = request.session;
    if (!basket) return response.send(await noBasket(site, visit));
    const offer = await catalogue.offer(basket.performanceId, INTERNET);
    if (!offer) throw new Refusal('performance-not-found', `No performance ${basket.performanceId} on sale.`);
    if (!(await stillHeld(basket))) return response.send(heldNoMore(visit, offer, basket));
    const instructions = await deeds.shopInstructions(offer.venue, 'basket', visit.language);
    return response.send(basketPage(visit, { offer, basket, instructions, priced: priceChosen(offer, basket.seats, basket.delivery) }));
  });

  router.post(ROUTES.basket, site.csrf.guard, async (request, response) => {
    const { basket } = request.session;
    if (!basket) return response.redirect(303, pathOf('basket'));
    const offer = await catalogue.offer(basket.performanceId, INTERNET);
    const named = basket.seats.map((seat) => ({ ...seat, holder: '' }));
    const method = offer && allowedDeliveries(offer, named).find(({ code }) => code === fieldOf(request, 'delivery'));
    if (!method) throw new Refusal('delivery-method-not-allowed', 'The delivery method is not one of this basket.');
    request.session.basket = { ...basket, delivery: method.code };
    return response.redirect(303, pathOf('basketDetails'));
  });

  router.post(ROUTES.basketLonger, site.csrf.guard, async (request, response) => {
    const { basket } = request.session;
    if (basket && (await stillHeld(basket))) {
      const until = await deeds.keepLonger(basket.id);
      if (until !== undefined) request.session.basket = { ...basket, until };
    }
    response.redirect(303, pathOf('basket'));
  });

  router.post(ROUTES.basketAgain, site.csrf.guard, async (request, response) => {
    const { basket } = request.session;
    if (!basket) return response.redirect(303, pathOf('basket'));
    const without = basket.seats.map(({ tariff, category }) => ({ tariff, category }));
    // The very places, else the best that are left.
    const filled = await fill(request, basket, basket.seats).catch((refusal: unknown) => {
      if (refusal instanceof Refusal && refusal.code === 'seats-not-available') return fill(request, basket, without);
      throw refusal;
    });
    request.session.basket = { ...filled, delivery: basket.delivery };
    return response.redirect(303, pathOf('basket'));
  });

  router.post(ROUTES.basketSeat, site.csrf.guard, async (request, response) => {
    const { basket } = request.session;
    const left = basket?.seats.filter((_, index) => index + 1 !== Number(request.params['seat'])) ?? [];
    if (basket && left.length > 0) request.session.basket = { ...(await fill(request, basket, left)), delivery: basket.delivery };
    else if (basket) await leave(request, basket);
    response.redirect(303, pathOf('basket'));
  });

  router.post(ROUTES.basketLeave, site.csrf.guard, async (request, response) => {
    const { basket } = request.session;
    if (basket) await leave(request, basket);
    response.redirect(303, pathOf('home'));
  });

  router.get(ROUTES.basketPlan, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const { offer, basket, plan } = await planned(request);
    response.set('Cache-Control', 'no-store').send(planPage(visit, { offer, basket, plan }));
  });

  router.post(ROUTES.basketPlan, site.csrf.guard, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const { offer, basket, plan } = await planned(request);
    const choice = readChoice(request.body, { basket, plan, offer }, visit.language);
    if ('error' in choice) return response.status(422).send(planPage(visit, { offer, basket, plan, ...choice }));
    try {
      request.session.basket = { ...(await fill(request, basket, choice.seats)), delivery: basket.delivery };
      return response.redirect(303, pathOf('basket'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const now = await planned(request);
      const error = refusalWords(refusal.code).words[visit.language];
      return response.status(409).send(planPage(visit, { ...now, error, picked: choice.seats.flatMap(({ place }) => place ?? []) }));
    }
  });
  return router;

  async function fill(request: Request, basket: SessionBasket, seats: readonly ChosenSeat[]): Promise<SessionBasket> {
    const { id, performanceId } = basket;
    const filled = await deeds.fillBasket({ basket: id, performanceId, seats, holder: shopperOf(site, request) });
    return basketOf(basket.id, filled, seats);
  }

  async function leave(request: Request, basket: SessionBasket): Promise<void> {
    await baskets.release(basket.id);
    delete request.session.basket;
  }

  async function stillHeld(basket: SessionBasket): Promise<boolean> {
    return basket.until > clock.now() && (await baskets.held(basket.id)).length === basket.seats.length;
  }

  async function planned(request: Request) {
    const { basket } = request.session;
    const offer: Offer | undefined = basket && (await catalogue.offer(basket.performanceId, INTERNET));
    const plan = basket && (await catalogue.plan(basket.performanceId, INTERNET));
    if (!basket || !offer || !plan || plan.length === 0) throw new Refusal('performance-not-found', 'There is no plan for this basket.');
    return { basket, offer, plan };
  }
}

function fieldOf(request: Request, name: string): string {
  const body: unknown = request.body;
  const value = typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)).get(name) : undefined;
  return typeof value === 'string' ? value : '';
}
