import { Router } from 'express';
import type { Request, Response } from 'express';
import { INTERNET } from '../../domain/sale/channel';
import type { Offer } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { carriedTo } from '../forms/carried-form';
import { shopperOf } from '../holder';
import { pathOf, ROUTES } from '../paths';
import type { Site, Visit } from '../visit';
import { atVenue, atVenueNumbered, visitOf } from '../visit';
import { refusalWords } from '../words/refusals';
import { say } from '../../wording/typography';
import { fieldOf } from './choice';
import { formerOrderWords } from './former-orders';
import { refusedWords } from './refused';
import { replacedBy } from './replaced';
import { reasonWords, ruledOut } from './ruled-out';
import type { ChosenDate } from './seats-form';
import { mayChoose } from './seats-form';
import type { SeatsWanted } from './seats-wanted';
import { chosenBefore, readWanted, seatsOf, wantedNow } from './seats-wanted';
import { basketId, basketOf } from './session-basket';
import type { Shopping } from './shopping';
import { isStale, paidMeanwhile, shopGuard, shoppingAt } from './shopping';
import { showPage } from './show-page';

/** From a show to seats in a basket. */
export function chooseSeats(site: Site): Router {
  const { catalogue, deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.show, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const dates = await datesOf(Number(request.params['show']));
    if (dates.length === 0) throw new Refusal('performance-not-found', 'Nothing of this show is on sale.');
    // Played at several, the organizer speaks.
    const [venue, ...others] = new Set(dates.map(({ venueId }) => venueId));
    response.send(showPage(others.length > 0 ? visit : atVenueNumbered(visit, venue), { dates }));
  });

  router.get(ROUTES.performance, async (request, response) => {
    const offer = await offerAt(site, request);
    const visit = atVenue(await visitOf(site, request, response), offer.venue);
    const paid = await paidMeanwhile(site, request);
    const other = otherThan(offer, await shoppingAt(site, request, response));
    const carried = carriedTo(request);
    const chosen = await chosenDate(visit, { offer, wanted: carried ? readWanted(carried, offer) : wantedNow(request, offer), other });
    const errors = paid === undefined ? await ruledOutNow(visit, offer) : [paidWords(visit, paid)];
    response.send(showPage(visit, { dates: await datesWith(offer), chosen, errors }));
  });

  router.post(ROUTES.performance, shopGuard(site), async (request, response) => {
    const offer = await offerAt(site, request);
    const visit = atVenue(await visitOf(site, request, response), offer.venue);
    const wanted = readWanted(request.body, offer);
    const paid = await paidMeanwhile(site, request);
    const other = otherThan(offer, await shoppingAt(site, request, response));
    const asked = { visit, response, wanted, offer, other };
    if (isStale(response)) return unchanged(asked, { status: 403, error: html`${STALE[visit.language]}` });
    if (paid !== undefined) return unchanged(asked, { status: 409, error: paidWords(visit, paid) });
    // Told before: a basket holds one performance at a time.
    if (other && fieldOf(request.body, 'replaces') !== other.basket.id)
      return unchanged(asked, { status: 409, error: html`${ANOTHER[visit.language]}` });
    try {
      const seats = seatsOf(offer, wanted);
      const basket = await basketId(site.needs, request);
      const filled = await deeds.fillBasket({ basket, performanceId: offer.performance.id, seats, holder: shopperOf(site, request) });
      request.session.basket = basketOf(basket, filled, seats);
      if (other) request.session.replaced = replacedBy(other);
      return response.redirect(303, pathOf('basket'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const now = { ...asked, offer: (await catalogue.offer(offer.performance.id, INTERNET)) ?? offer };
      return unchanged(now, { status: refusalWords(refusal.code).status, error: errorOf(visit, now.offer, refusal) });
    }
  });
  return router;

  /** Nothing was done: the page again, with what was chosen. What is left is read again, it has changed since. */
  async function unchanged({ visit, response, ...asked }: Asked, { status, error }: { status: number; error: Html }): Promise<void> {
    const chosen = await chosenDate(visit, asked);
    response.status(status).send(showPage(visit, { dates: await datesWith(asked.offer), chosen, errors: [error] }));
  }

  async function chosenDate({ language, now }: Visit, { offer, wanted, other }: Omit<Asked, 'visit' | 'response'>): Promise<ChosenDate> {
    return { offer, wanted, other, instructions: await deeds.shopInstructions(offer, { place: 'performance', language, now }) };
  }

  /** What was chosen before, and the sale rule no longer lets pass. */
  async function ruledOutNow(visit: Visit, offer: Offer): Promise<readonly Html[]> {
    const before = chosenBefore(visit.request, offer);
    const refusal = before && mayChoose(visit, offer) ? ruledOut(offer, before) : undefined;
    return refusal ? [html`<a href="#seats">${await reasonWords(site, visit, refusal)}</a>`] : [];
  }

  async function datesOf(show: number) {
    return (await catalogue.performances(INTERNET)).filter(({ showId }) => showId === show);
  }

  async function datesWith({ performance }: Offer) {
    const all = await catalogue.performances(INTERNET);
    const show = all.find(({ id }) => id === performance.id)?.showId;
    return all.filter(({ showId }) => showId === show);
  }
}

interface Asked {
  readonly visit: Visit;
  readonly response: Response;
  readonly wanted: SeatsWanted;
  readonly offer: Offer;
  /** The basket, when it keeps places of another performance. */
  readonly other: Shopping | undefined;
}

async function offerAt({ needs }: Site, request: Request): Promise<Offer> {
  const id = Number(request.params['performance']);
  const offer = Number.isSafeInteger(id) && id > 0 ? await needs.catalogue.offer(id, INTERNET) : undefined;
  if (!offer) throw new Refusal('performance-not-found', `No performance ${id} on sale.`);
  return offer;
}

function otherThan({ performance }: Offer, now: Shopping | undefined): Shopping | undefined {
  return now?.held === true && now.offer.performance.id !== performance.id ? now : undefined;
}

/** Leads to the field that it speaks of. */
function errorOf(visit: Visit, offer: Offer, refusal: Refusal): Html {
  const { language } = visit;
  const { detail } = refusal;
  const words = refusedWords(visit, refusal);
  const tariff = offer.tariffs.find((one) => one.code === detail['tariff']);
  if (!tariff) return html`<a href="#seats">${words}</a>`;
  return html`<a href="#t-${tariff.code}">${tariff.name[language]}${language === 'fr' ? '\u00a0:' : ':'} ${words}</a>`;
}

/** Whoever has bought these seats in another tab is told before they put others in a basket. */
function paidWords(visit: Visit, reference: string): Html {
  const { language } = visit;
  return html`${formerOrderWords(visit, { reference, payment: 'paid', performanceId: 0 })} ${PAID[language]}`;
}

const PAID = {
  fr: say`Vous voulez d’autres places ? Ajoutez-les une fois de plus.`,
  en: 'Would you like more seats? Add them once more.',
};
const STALE = {
  fr: say`La page est restée ouverte trop longtemps. Votre choix est encore là : ajoutez-le une fois de plus.`,
  en: 'The page was left open for too long. Your choice is still here: add it once more.',
};
const ANOTHER = {
  fr: say`Votre panier contient déjà une autre séance : voyez plus bas ce que vous voulez en faire.`,
  en: 'Your basket already holds another performance: see below what you wish to do with it.',
};
