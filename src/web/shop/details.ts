import { Router } from 'express';
import type { Request, Response } from 'express';
import { INTERNET } from '../../domain/sale/channel';
import { Refusal } from '../../domain/refusal';
import type { Offer } from '../../domain/sale/offer';
import { plainText } from '../../domain/texts/shop-words';
import { carriedTo } from '../forms/carried-form';
import { shopperOf } from '../holder';
import { limitTo } from '../limits';
import { pathOf, ROUTES } from '../paths';
import { waitsForPayment } from '../customer/unpaid-page';
import { isLetIn, letCustomerIn } from '../session';
import type { Site, Visit } from '../visit';
import { atVenue, visitOf } from '../visit';
import { refusalWords } from '../words/refusals';
import { fieldOf, readChoice } from './choice';
import { detailsPage } from './details-page';
import { changedSince, refusedFault, staleFault } from './details-faults';
import type { Fault } from './fault';
import { lostDetails } from './lost-details';
import { atChosen, noBasket } from './no-basket';
import { otherDetailsPage, saysOtherThan } from './other-details';
import { faultsIn, holderOf, languageOfTerms, readDetails, typedIn, unsent, type Details } from './read-details';
import { isSaleOver, saleOver } from './sale-over';
import type { TypedDetails } from './session-basket';
import { basketOf, orderKey } from './session-basket';
import type { Shopping } from './shopping';
import { isStale, shopGuard, shoppingAt } from './shopping';

/** Names and address, and then the order: what the basket kept becomes a payment asked for. */
export function basketDetails(site: Site): Router {
  const { baskets, clock, deeds, settings, orders, secrets } = site.needs;
  const router = Router();
  router.get(ROUTES.basketDetails, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const now = await shoppingAt(site, request, response);
    if (!now) return response.send(await noBasket(site, await visitOf(site, request, response)));
    if (isSaleOver(now)) return response.send(saleOver(now));
    if (!now.held) return response.redirect(303, pathOf('basket'));
    const { print: terms } = await termsOf(now);
    const carried = carriedTo(request);
    const isOfThisBasket = carried?.['basket'] === now.basket.id;
    const details = isOfThisBasket ? readDetails(carried, now.basket) : unsent(now.basket, await typedBefore(request));
    return response.send(detailsPage(now.visit, { ...now, details, terms, faults: [] }));
  });

  router.post(ROUTES.basketDetails, limitTo(settings.limits.orders), shopGuard(site), async (request, response) => {
    const now = await shoppingAt(site, request, response);
    if (!now) return withoutBasket(await visitOf(site, request, response));
    const { visit, offer, basket } = now;
    const details = readDetails(request.body, basket);
    if (isSaleOver(now)) return response.status(409).send(saleOver(now));
    const { print: terms } = await termsOf(now);
    // Another tab may have put the visit into another language: the box stood beside the words of the page that was sent.
    const read = await termsOf(now, languageOfTerms(details.terms));
    const unchanged = (status: number, faults: readonly Fault[]) =>
      response.status(status).send(detailsPage(visit, { ...now, details, terms, faults }));
    if (isStale(response)) return unchanged(403, [staleFault(visit)]);
    if (fieldOf(request.body, 'back') === '1') {
      request.session.typed = typedIn(request.body, basket);
      return response.redirect(303, pathOf('basket'));
    }
    const faults = [...changedSince(now, details, read.print), ...faultsIn(offer, basket, details, visit.language)];
    if (faults.length > 0) return unchanged(422, faults);
    try {
      const reference = await placed(now, details, read.text);
      request.session.bought = reference;
      for (const over of ['basket', 'replaced', 'typed'] as const) delete request.session[over];
      await letCustomerIn(request, { reference, linkVersion: 1 });
      return await goOn(response, reference);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      // Another tab was faster by a moment.
      if (refusal.code === 'key-used-already') return withoutBasket(visit);
      if (refusal.code === 'seats-not-available') {
        // The places went meanwhile: the basket names them, looks for others, and asks no name twice.
        request.session.typed = typedIn(request.body, basket);
        return response.redirect(303, pathOf('basket'));
      }
      return unchanged(refusalWords(refusal.code).status, [refusedFault(visit, refusal)]);
    }
  });
  return router;

  /** The form was sent twice, and the first has made the order; or the session is lost, and the form knows what it was about. */
  async function withoutBasket(visit: Visit): Promise<void> {
    const { request, response } = visit;
    const choice = readChoice(request.body);
    const details = readDetails(request.body, choice ?? { seats: [] });
    const reference = await orders.placedUnder(orderKey(details.basket));
    // Nobody but this browser knows the basket's id; without its own form it is shown its own order only.
    if (reference !== undefined && (!isStale(response) || reference === request.session.bought)) return ordered(visit, reference);
    const paid = (await baskets.formerOrders(details.basket)).find(({ payment }) => payment === 'paid');
    if (paid && paid.reference !== request.session.bought) return goOn(response, paid.reference);
    if (paid || !choice) return void response.send(await noBasket(site, visit));
    if (isStale(response))
      return void response.status(403).send(lostDetails(await atChosen(site, visit, choice), request.body, choice.seats.length));
    try {
      const { basket: id } = details;
      const filled = await deeds.fillAgain({ basket: id, ...choice, holder: shopperOf(site, request) });
      const basket = basketOf(id, filled, filled.seats);
      request.session.basket = basket;
      const { offer, lost } = filled;
      const { print: terms } = await termsOf({ visit, offer });
      response.send(detailsPage(atVenue(visit, offer.venue), { offer, basket, details, terms, faults: [], foundAgain: { lost } }));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      request.session.typed = typedIn(request.body, choice);
      response.status(refusalWords(refusal.code).status).send(await noBasket(site, visit, refusal));
    }
  }

  /** The basket is an order by now: paid for as it stands, unless this form says something else. */
  async function ordered(visit: Visit, reference: string): Promise<void> {
    const { request, response } = visit;
    const order = await orders.view(reference);
    const choice = readChoice(request.body);
    const details = readDetails(request.body, order ?? { seats: [] });
    const back = fieldOf(request.body, 'back') === '1';
    if (!order || !waitsForPayment(order, clock.now()) || (!back && !saysOtherThan(order, details, choice)))
      return goOn(response, reference);
    request.session.bought = reference;
    await letCustomerIn(request, order);
    request.session.typed = typedIn(request.body, order);
    if (back) response.redirect(303, pathOf('basket'));
    else response.status(409).send(otherDetailsPage(atVenue(visit, order.venue), order));
  }

  /** To the payment of an order that waits for it; else to where it stands. */
  async function goOn(response: Response, reference: string): Promise<void> {
    const order = await orders.view(reference);
    const waits = order && waitsForPayment(order, clock.now());
    response.redirect(303, waits ? await deeds.askPayment({ order: reference }) : pathOf('orderReturn', { reference }));
  }

  /** By this browser: with a basket whose places went, or with an order that was given up. */
  async function typedBefore(request: Request): Promise<TypedDetails | undefined> {
    const { typed, bought } = request.session;
    const order = typed === undefined && bought !== undefined ? await orders.view(bought) : undefined;
    if (!order || order.payment !== 'expired' || !isLetIn(request, order)) return typed;
    const { name, email } = order.customer;
    const holders = order.seats.map(({ holder }) => (holder === name ? '' : holder));
    return { name, email: email ?? '', holders, members: order.seats.map(({ memberNumber }) => memberNumber ?? '') };
  }

  /** The words that stand behind the box, and the print by which a form says which words it showed, in which language. */
  async function termsOf({ visit, offer }: { readonly visit: Visit; readonly offer: Offer }, language = visit.language) {
    const text = plainText((await deeds.readPageText(offer.venue, 'terms-of-sale', language)).paragraphs);
    return { text, print: `${language}-${secrets.hash(text).slice(0, 16)}` };
  }

  async function placed({ visit, offer, basket, priced }: Shopping, details: Details, acceptedTerms: string): Promise<string> {
    const asksNumber = (tariff: string) => offer.tariffs.some(({ code, memberNumber }) => code === tariff && memberNumber === true);
    const seats = basket.seats.map(({ tariff, category, place }, index) => ({
      ...{
        tariff,
        category,
        place,
        holder: holderOf(details, index),
        memberNumber: asksNumber(tariff) ? details.members[index] : undefined,
      },
    }));
    const { reference } = await deeds.placeOrder({
      channel: INTERNET,
      basket: basket.id,
      holder: shopperOf(site, visit.request),
      idempotencyKey: orderKey(basket.id),
      performanceId: basket.performanceId,
      language: visit.language,
      customer: { name: details.name, email: details.email },
      acceptedTerms,
      seats,
      deliveryMethod: priced.delivery.code,
    });
    return reference;
  }
}
