import { Router } from 'express';
import type { Request, Response } from 'express';
import { INTERNET } from '../../domain/sale/channel';
import type { Offer } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import type { ChosenSeat, FilledBasket } from '../../desk/basket/fill-basket';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { shopperOf } from '../holder';
import { pathOf, ROUTES } from '../paths';
import type { Site, Visit } from '../visit';
import { visitOf } from '../visit';
import { refusalWords } from '../words/refusals';
import { basketId, type SessionBasket } from './session-basket';
import { refusedWords } from './refused';
import type { ChosenDate, SeatsWanted } from './seats-form';
import { showPage } from './show-page';

/** From a show to seats in a basket. */
export function chooseSeats(site: Site): Router {
  const { catalogue, deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.show, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const dates = await datesOf(Number(request.params['show']));
    if (dates.length === 0) throw new Refusal('performance-not-found', 'Nothing of this show is on sale.');
    response.send(showPage(visit, { dates }));
  });

  router.get(ROUTES.performance, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const offer = await offerAt(site, request);
    response.send(showPage(visit, { dates: await datesWith(offer), chosen: await chosenDate(visit, offer, wantedNow(request, offer)) }));
  });

  router.post(ROUTES.performance, site.csrf.guard, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const offer = await offerAt(site, request);
    const wanted = readWanted(request.body, offer);
    const basket = basketId(request);
    try {
      const filled = await deeds.fillBasket({
        basket,
        performanceId: offer.performance.id,
        seats: seatsOf(offer, wanted),
        holder: shopperOf(site, request),
      });
      request.session.basket = basketOf(basket, filled, seatsOf(offer, wanted));
      return response.redirect(303, pathOf('basket'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return refused({ visit, response, refusal, wanted, offer });
    }
  });
  return router;

  /** Read again: what is left has changed since. */
  async function refused({ visit, response, refusal, wanted, offer }: Refused): Promise<void> {
    const now = (await catalogue.offer(offer.performance.id, INTERNET)) ?? offer;
    const errors = [errorOf(visit, now, refusal)];
    const { status } = refusalWords(refusal.code);
    response.status(status).send(showPage(visit, { dates: await datesWith(now), chosen: await chosenDate(visit, now, wanted), errors }));
  }

  async function chosenDate({ language }: Visit, offer: Offer, wanted: SeatsWanted): Promise<ChosenDate> {
    return { offer, wanted, instructions: await deeds.shopInstructions(offer.venue, 'performance', language) };
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

interface Refused {
  readonly visit: Visit;
  readonly response: Response;
  readonly refusal: Refusal;
  readonly wanted: SeatsWanted;
  readonly offer: Offer;
}

async function offerAt({ needs }: Site, request: Request): Promise<Offer> {
  const id = Number(request.params['performance']);
  const offer = Number.isSafeInteger(id) && id > 0 ? await needs.catalogue.offer(id, INTERNET) : undefined;
  if (!offer) throw new Refusal('performance-not-found', `No performance ${id} on sale.`);
  return offer;
}

/** What lies in the basket for this performance already; else the first category that has places. */
function wantedNow(request: Request, offer: Offer): SeatsWanted {
  const { basket } = request.session;
  const seats = basket?.performanceId === offer.performance.id ? basket.seats : [];
  const open = offer.categories.find(({ free }) => free > 0) ?? offer.categories[0];
  const count = (tariff: string) => seats.filter((seat) => seat.tariff === tariff).length;
  return {
    category: seats[0]?.category ?? open?.code ?? '',
    counts: Object.fromEntries(offer.tariffs.map(({ code }) => [code, count(code)])),
  };
}

function readWanted(body: unknown, offer: Offer): SeatsWanted {
  const typed = new Map<string, unknown>(Object.entries(typeof body === 'object' && body !== null ? body : {}));
  const category = typed.get('category');
  const counts = offer.tariffs.map(({ code }) => {
    const count = Number(typed.get(`t-${code}`) ?? 0);
    return [code, Number.isInteger(count) && count > 0 ? Math.min(count, MOST) : 0] as const;
  });
  return { category: typeof category === 'string' ? category : '', counts: Object.fromEntries(counts) };
}

/** More than any sale allows: the rule then says how many it does. */
const MOST = 60;

function seatsOf(offer: Offer, { category, counts }: SeatsWanted): readonly ChosenSeat[] {
  return offer.tariffs.flatMap(({ code }) => Array.from({ length: counts[code] ?? 0 }, () => ({ tariff: code, category })));
}

export function basketOf(id: string, { offer, places, until, latest }: FilledBasket, seats: readonly ChosenSeat[]): SessionBasket {
  const kept = seats.map((seat, index) => {
    const place = places[index];
    return { tariff: seat.tariff, category: seat.category, place: place?.id, row: place?.row, seat: place?.seat };
  });
  return { id, performanceId: offer.performance.id, seats: kept, until, latest };
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
