import { Router } from 'express';
import { INTERNET } from '../../domain/sale/channel';
import type { ListedPerformance } from '../../domain/sale/offer';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf, ROUTES } from '../paths';
import type { Site, Visit } from '../visit';
import { atVenueNumbered, speakerOf, visitOf } from '../visit';
import { say } from '../../wording/typography';
import { standing } from './standing';

/** « Programme »: what is played, and when. */
export function programme(site: Site): Router {
  const router = Router();
  router.get(ROUTES.home, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const performances = visit.venues.length > 0 ? await site.needs.catalogue.performances(INTERNET) : [];
    response.send(performances.length === 0 ? nothingOnSale(visit) : programmePage(visit, performances));
  });
  return router;
}

function programmePage(visit: Visit, performances: readonly ListedPerformance[]): string {
  const words = WORDS[visit.language];
  const shows = [...new Set(performances.map(({ showId }) => showId))].map((id) => performances.filter(({ showId }) => showId === id));
  return publicPage(visit, {
    title: words.programme,
    body: html`<h1>${words.programme}</h1>
      <ul class="shows">
        ${shows.map((dates) => show(visit, dates))}
      </ul>`,
  });
}

function show(visit: Visit, dates: readonly ListedPerformance[]): Html {
  const [first] = dates;
  const last = dates.at(-1);
  if (!first || !last) return html``;
  const { language } = visit;
  const [{ calendar }, { calendar: ofLast }] = [atVenueNumbered(visit, first.venueId), atVenueNumbered(visit, last.venueId)];
  const [from, to] = [calendar.date(first.startsAt), ofLast.date(last.startsAt)];
  const sameYear = from.slice(-4) === to.slice(-4);
  const days =
    first === last ? calendar.fullMoment(first.startsAt) : WORDS[language].days(sameYear ? calendar.day(first.startsAt) : from, to);
  return html`<li>
    <p class="genre">${first.genre}</p>
    <h2><a href="${pathOf('show', { show: first.showId })}">${first.showTitle}</a></h2>
    <p>${first.credit}</p>
    <p class="small">${days}${whereWords(visit, dates)} · ${standing(visit, dates)}</p>
  </li>`;
}

/** At which of several venues. */
function whereWords({ venues }: Visit, dates: readonly ListedPerformance[]): string {
  if (venues.length < 2) return '';
  const names = venues.filter(({ id }) => dates.some(({ venueId }) => venueId === id)).map(({ name }) => name);
  return names.map((name) => ` · ${name}`).join('');
}

function nothingOnSale(visit: Visit): string {
  const words = WORDS[visit.language];
  const way = buttonLink(pathOf('findOrder'), words.find);
  return shortPage(visit, { over: speakerOf(visit), title: words.nothing, text: words.nothingText, way });
}

const WORDS = {
  fr: {
    programme: 'Programme',
    days: (first: string, last: string) => `du ${first} au ${last}`,
    nothing: 'Rien n’est en vente pour l’instant',
    nothingText: say`Revenez bientôt. Si vous avez déjà une commande, son lien est dans chacun de nos messages.`,
    find: 'Retrouver mes billets',
  },
  en: {
    programme: 'Programme',
    days: (first: string, last: string) => `${first} to ${last}`,
    nothing: 'Nothing is on sale at the moment',
    nothingText: 'Come back soon. If you have an order, its link stands in each of our messages.',
    find: 'Find my tickets',
  },
};
