import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { allowedDeliveries } from '../../domain/sale/basket';
import { INTERNET } from '../../domain/sale/channel';
import { Refusal } from '../../domain/refusal';
import type { ChosenSeat } from '../../use-cases/basket/fill-basket';
import { carriedTo } from '../forms/carried-form';
import { shopperOf } from '../holder';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { visitOf } from '../visit';
import { refusalWords } from '../words/refusals';
import type { BasketNews } from './basket-news';
import { basketPage } from './basket-page';
import { choiceText, fieldOf } from './choice';
import { heldNoMore } from './held-no-more';
import { noBasket } from './no-basket';
import { refusedWords, staysWords } from './refused';
import { replacedBy } from './replaced';
import { isSaleOver, saleOver } from './sale-over';
import { typedIn } from './read-details';
import type { ReplacedBasket } from './session-basket';
import { basketId, basketOf } from './session-basket';
import type { Shopping } from './shopping';
import { isShown, isStale, shopGuard, shoppingAt } from './shopping';

/** The delivery method that a form has chosen, where this basket may have it. */
function methodIn({ offer, basket }: Shopping, form: unknown): string | undefined {
  const named = basket.seats.map((seat) => ({ ...seat, holder: '' }));
  return allowedDeliveries(offer, named).find(({ code }) => code === fieldOf(form, 'delivery'))?.code;
}

/** « Votre panier »: the places kept, until when, how the tickets come, and what will be asked. */
export function basketPages(site: Site): Router {
  const { baskets, catalogue, deeds } = site.needs;
  const router = Router();
  const guard = shopGuard(site);
  router.get(ROUTES.basket, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const now = await shoppingAt(site, request, response);
    if (!now) return response.send(await noBasket(site, await visitOf(site, request, response)));
    const carried = methodIn(now, carriedTo(request));
    if (carried !== undefined && carried !== now.basket.delivery) {
      request.session.basket = { ...now.basket, delivery: carried };
      return response.redirect(303, pathOf('basket'));
    }
    return show(now, { stale: request.query['relire'] === '1', other: request.query['autres'] === '1' });
  });

  router.post(ROUTES.basket, guard, doing(async (now) => {
    const { request, response, basket } = now;
    const delivery = methodIn(now, request.body);
    if (delivery === undefined) throw new Refusal('delivery-method-not-allowed', 'The delivery method is not one of this basket.');
    request.session.basket = { ...basket, delivery };
    response.redirect(303, pathOf('basketDetails', undefined, { choix: choiceText(basket) }));
  })); // prettier-ignore

  router.post(ROUTES.basketLonger, guard, doing(async ({ request, response, offer, basket, held }) => {
    const until = held ? await deeds.keepLonger({ basket: basket.id, offer }) : undefined;
    if (until !== undefined) request.session.basket = { ...basket, until };
    const fromDetails = fieldOf(request.body, 'from') === 'details';
    if (fromDetails) request.session.typed = typedIn(request.body, basket);
    response.redirect(303, pathOf(fromDetails ? 'basketDetails' : 'basket'));
  })); // prettier-ignore

  router.post(ROUTES.basketAgain, guard, doing(async (now) => {
    const others = await fill(now, now.basket.seats);
    now.response.redirect(303, pathOf('basket', undefined, others > 0 ? { autres: 1 } : {}));
  })); // prettier-ignore

  router.post(ROUTES.basketSeat, guard, doing(async (now) => {
    const { request, response, basket } = now;
    const left = basket.seats.filter((_, index) => index + 1 !== Number(request.params['seat']));
    if (left.length > 0) await fill(now, left);
    else await leave(now);
    response.redirect(303, pathOf('basket'));
  }, staysWords)); // prettier-ignore

  router.post(ROUTES.basketLeave, guard, doing(async (now) => {
    await leave(now);
    now.response.redirect(303, pathOf('home'));
  })); // prettier-ignore

  router.post(ROUTES.basketReplaced, guard, async (request, response) => {
    const { replaced } = request.session;
    const now = await shoppingAt(site, request, response);
    if (!replaced || isStale(response)) return response.redirect(303, pathOf('basket'));
    try {
      await swap(replaced, now, request);
      return response.redirect(303, pathOf('basket'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !now) throw refusal;
      return show(now, { refusal });
    }
  });
  return router;

  /** A form of the basket: nothing is done by a page that shows another basket than the one that is here. */
  function doing(deed: (now: Shopping) => Promise<void>, wordsOf = refusedWords): RequestHandler {
    return async (request, response) => {
      const now = await shoppingAt(site, request, response);
      if (!now) {
        keepDetails(request);
        response.send(await noBasket(site, await visitOf(site, request, response)));
        return;
      }
      if (isStale(response)) return response.redirect(303, pathOf('basket', undefined, { relire: 1 }));
      if (!isShown(now)) return show(now, { changed: true });
      try {
        await deed(now);
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        await show(now, { refusal, error: wordsOf(now.visit, refusal) });
      }
    };
  }

  async function show(now: Shopping, { refusal, ...news }: BasketNews & { readonly refusal?: Refusal }): Promise<void> {
    const { visit, response, request, offer, basket, priced, held, former } = now;
    if (isSaleOver(now)) return void response.status(refusal ? refusalWords(refusal.code).status : 200).send(saleOver(now));
    const error = news.error ?? (refusal && refusedWords(visit, refusal));
    response.status(refusal ? refusalWords(refusal.code).status : news.changed ? 409 : 200);
    if (!held) {
      const plan = (await catalogue.plan(basket.performanceId, INTERNET)) ?? [];
      const own = (await baskets.held(basket.id)).map(({ id }) => id);
      const lost = plan.filter(
        ({ id, status }) => status === 'taken' && !own.includes(id) && basket.seats.some(({ place }) => place === id),
      );
      response.send(heldNoMore(visit, { offer, basket, lost, error }));
      return;
    }
    const instructions = await deeds.shopInstructions(offer, { place: 'basket', language: visit.language, now: visit.now });
    const replaced = request.session.replaced;
    response.send(basketPage(visit, { offer, basket, priced, instructions, replaced, former, news: { ...news, error } }));
  }

  /** Says how many places are others than those that were asked for. */
  async function fill({ request, basket }: Shopping, seats: readonly ChosenSeat[]): Promise<number> {
    const id = await basketId(site.needs, request);
    const filled = await deeds.fillAgain({ basket: id, performanceId: basket.performanceId, seats, holder: shopperOf(site, request) });
    request.session.basket = { ...basketOf(id, filled, filled.seats), delivery: basket.delivery };
    return filled.lost.length;
  }

  async function leave({ request, basket }: Shopping): Promise<void> {
    await baskets.release(basket.id);
    delete request.session.basket;
    delete request.session.replaced;
  }

  /** The basket that was replaced comes back, and the present one is then the one that was. */
  async function swap(former: ReplacedBasket, now: Shopping | undefined, request: Shopping['request']): Promise<void> {
    const id = now ? now.basket.id : randomUUID();
    const { performanceId, seats } = former;
    const filled = await deeds.fillAgain({ basket: id, performanceId, seats, holder: shopperOf(site, request) });
    request.session.basket = basketOf(id, filled, filled.seats);
    if (now) request.session.replaced = replacedBy(now);
    else delete request.session.replaced;
  }
}

/** « Vos coordonnées » ask for more time: what was typed there outlives a basket that can no longer be ordered. */
function keepDetails({ session, body }: Request): void {
  if (session.basket && fieldOf(body, 'from') === 'details') session.typed = typedIn(body, session.basket);
}
