import { Router } from 'express';
import { INTERNET } from '../../domain/sale/channel';
import type { PlanPlace } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import { carriedTo } from '../forms/carried-form';
import { shopperOf } from '../holder';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { visitOf } from '../visit';
import { refusalWords } from '../words/refusals';
import { noBasket } from './no-basket';
import type { PlanTrouble } from './plan-page';
import { planPage, readChoice, ticked } from './plan-page';
import { refusedWords } from './refused';
import { isSaleOver, saleOver } from './sale-over';
import { basketId, basketOf } from './session-basket';
import type { Shopping } from './shopping';
import { isShown, isStale, shopGuard, shoppingAt } from './shopping';

/** « Choisir sur le plan »: other places for the seats of the basket. */
export function basketPlan(site: Site): Router {
  const { catalogue, baskets, deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.basketPlan, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const now = await shoppingAt(site, request, response);
    if (!now) return response.send(await noBasket(site, await visitOf(site, request, response)));
    if (isSaleOver(now)) return response.send(saleOver(now));
    const plan = await planOf(now);
    // Where one sits freely there is nothing to choose.
    if (plan.length === 0) return response.redirect(303, pathOf('basket'));
    const carried = carriedTo(request);
    return response.send(planPage(now.visit, { ...now, plan, trouble: carried && { picked: ticked(carried, plan) } }));
  });

  router.post(ROUTES.basketPlan, shopGuard(site), async (request, response) => {
    const now = await shoppingAt(site, request, response);
    if (!now) return response.send(await noBasket(site, await visitOf(site, request, response)));
    if (isSaleOver(now)) return response.status(409).send(saleOver(now));
    const plan = await planOf(now);
    const unchanged = (status: number, trouble: PlanTrouble, places = plan) =>
      response.status(status).send(planPage(now.visit, { ...now, plan: places, trouble }));
    if (!isShown(now)) return unchanged(409, { changed: true });
    const picked = ticked(request.body, plan);
    if (isStale(response)) return unchanged(403, { stale: true, picked });
    const choice = readChoice(picked, now);
    if (!choice) return unchanged(422, { count: picked.length, picked });
    try {
      const basket = await basketId(site.needs, request);
      const filled = await deeds.fillBasket({
        basket,
        performanceId: now.basket.performanceId,
        seats: choice,
        holder: shopperOf(site, request),
      });
      request.session.basket = { ...basketOf(basket, filled, choice), delivery: now.basket.delivery };
      return response.redirect(303, pathOf('basket'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { status } = refusalWords(refusal.code);
      const later = await planOf(now);
      const lost = await lostOf(now, later, picked);
      const left = picked.filter((id) => !lost.some((place) => place.id === id));
      return unchanged(status, { lost, error: refusedWords(now.visit, refusal), picked: left }, later);
    }
  });
  return router;

  async function planOf({ basket }: Shopping): Promise<readonly PlanPlace[]> {
    return (await catalogue.plan(basket.performanceId, INTERNET)) ?? [];
  }

  /** Those that somebody else has taken since the page was opened. */
  async function lostOf({ basket }: Shopping, plan: readonly PlanPlace[], picked: readonly number[]): Promise<readonly PlanPlace[]> {
    const own = (await baskets.held(basket.id)).map(({ id }) => id);
    return plan.filter(({ id, status }) => status === 'taken' && picked.includes(id) && !own.includes(id));
  }
}
