import { Router } from 'express';
import type { Request, Response } from 'express';
import { INTERNET } from '../../domain/sale/channel';
import type { Offer } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import { plainText } from '../../domain/texts/shop-words';
import { priceChosen } from '../../desk/basket/fill-basket';
import { shopperOf } from '../holder';
import { limitTo } from '../limits';
import { pathOf, ROUTES } from '../paths';
import { letCustomerIn } from '../session';
import type { Site, Visit } from '../visit';
import { visitOf } from '../visit';
import { refusalWords } from '../words/refusals';
import { noBasket } from './no-basket';
import type { DetailsPage } from './details-page';
import { detailsPage } from './details-page';
import type { Fault } from './fault';
import { faultsIn, holderOf, nothingTyped, readDetails, type Details } from './read-details';
import type { SessionBasket } from './session-basket';
import { shownBasket } from './session-basket';

/** Names and address, and then the order: what the basket kept becomes a payment asked for. */
export function basketDetails(site: Site): Router {
  const { catalogue, deeds, settings, orders, secrets } = site.needs;
  const router = Router();
  router.get(ROUTES.basketDetails, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const { basket } = request.session;
    response.set('Cache-Control', 'no-store');
    if (!basket) return response.send(await noBasket(site, visit));
    const offer = await offerOf(basket);
    const { print } = await termsOf(offer, visit);
    return response.send(detailsPage(visit, { offer, basket, details: nothingTyped(basket), terms: print, faults: [] }));
  });

  router.post(ROUTES.basketDetails, limitTo(settings.limits.orders), site.csrf.guard, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const { basket } = request.session;
    if (!basket) return again(visit, request, response);
    const offer = await offerOf(basket);
    const details = readDetails(request.body, basket);
    const { print, text } = await termsOf(offer, visit);
    const shown = { offer, basket, details, terms: print };
    const faults = [...changedSince(shown, visit), ...faultsIn(offer, basket, details, visit.language)];
    if (faults.length > 0) return response.status(422).send(detailsPage(visit, { ...shown, faults }));
    try {
      const reference = await placed({ offer, basket, details, visit, acceptedTerms: text });
      request.session.bought = reference;
      delete request.session.basket;
      await letCustomerIn(request, { reference, linkVersion: 1 });
      return response.redirect(303, await deeds.askPayment({ order: reference }));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      // The places went meanwhile: the basket says so, and looks for the same.
      if (refusal.code === 'seats-not-available') return response.redirect(303, pathOf('basket'));
      const fault: Fault = { field: fieldFor(refusal), words: refusalWords(refusal.code).words[visit.language] };
      return response.status(refusalWords(refusal.code).status).send(detailsPage(visit, { ...shown, faults: [fault] }));
    }
  });
  return router;

  /** The same form sent twice: the first has made the order and emptied the basket, whose id nobody else knows. */
  async function again(visit: Visit, request: Request, response: Response): Promise<void> {
    const { basket } = readDetails(request.body, { seats: [] });
    const reference = await orders.placedUnder(keyOf(basket));
    const order = reference === undefined ? undefined : await orders.view(reference);
    if (!order) {
      response.send(await noBasket(site, visit));
      return;
    }
    const waits = order.payment === 'pending' || order.payment === 'failed';
    response.redirect(
      303,
      waits ? await deeds.askPayment({ order: order.reference }) : pathOf('orderReturn', { reference: order.reference }),
    );
  }

  /** The words that stand behind the box, and the print by which a form says which words it showed. */
  async function termsOf({ venue }: Offer, { language }: Visit) {
    const text = plainText(await deeds.readPageText(venue, 'terms-of-sale', language));
    return { text, print: secrets.hash(text).slice(0, 16) };
  }

  async function offerOf(basket: SessionBasket): Promise<Offer> {
    const offer = await catalogue.offer(basket.performanceId, INTERNET);
    if (!offer) throw new Refusal('performance-not-found', `No performance ${basket.performanceId} on sale.`);
    return offer;
  }

  async function placed({ offer, basket, details, visit, acceptedTerms }: Ordering): Promise<string> {
    const { code } = priceChosen(offer, basket.seats, basket.delivery).delivery;
    const seats = basket.seats.map(({ tariff, category, place }, index) => ({
      ...{ tariff, category, place, holder: holderOf(details, index), memberNumber: details.members[index] },
    }));
    const { reference } = await deeds.placeOrder({
      channel: INTERNET,
      basket: basket.id,
      holder: shopperOf(site, visit.request),
      idempotencyKey: keyOf(basket.id),
      performanceId: basket.performanceId,
      language: visit.language,
      customer: { name: details.name, email: details.email },
      acceptedTerms,
      seats,
      deliveryMethod: code,
    });
    return reference;
  }
}

/** One basket is one order. */
function keyOf(basket: string): string {
  return `basket-${basket}`;
}

interface Ordering {
  readonly offer: Offer;
  readonly basket: SessionBasket;
  readonly details: Details;
  readonly visit: Visit;
  readonly acceptedTerms: string;
}

/** Another tab has filled the basket anew, or a price has changed: said, and never charged in silence. */
function changedSince({ offer, basket, details, terms }: Omit<DetailsPage, 'faults'>, { language }: Visit): readonly Fault[] {
  if (details.shown !== shownBasket(offer, basket)) return [{ field: 'total', words: CHANGED[language].basket }];
  const { total } = priceChosen(offer, basket.seats, basket.delivery);
  if (details.total !== total) return [{ field: 'total', words: CHANGED[language].total }];
  return details.accepts && details.terms !== terms ? [{ field: 'accept', words: CHANGED[language].terms }] : [];
}

function fieldFor({ code }: Refusal): string {
  return code === 'address-of-the-house' ? 'email' : 'total';
}

const CHANGED = {
  fr: {
    basket: 'Votre panier a changé depuis que vous avez ouvert cette page : voici ce qu’il contient maintenant.',
    total: 'Le prix a changé depuis que vous avez ouvert cette page : vérifiez le nouveau total avant de payer.',
    terms: 'Les conditions de vente ont changé depuis que vous avez ouvert cette page : relisez-les avant de payer.',
  },
  en: {
    basket: 'Your basket has changed since you opened this page: this is what it holds now.',
    total: 'The price has changed since you opened this page: check the new total before you pay.',
    terms: 'The terms of sale have changed since you opened this page: read them again before you pay.',
  },
};
