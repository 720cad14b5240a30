import type { Request, Response } from 'express';
import type { Language } from '../domain/language';
import type { Csrf } from './csrf';
import { CSRF_FIELD } from './csrf';
import { languageOf } from './language';
import type { House, WebNeeds } from './needs';
import type { Html } from './page/html';
import { html } from './page/html';
import type { Calendar } from './words/dates';
import { createCalendar } from './words/dates';

/** What the pages share: the needs, and the guard of their forms. */
export interface Site {
  readonly needs: WebNeeds;
  readonly csrf: Csrf;
}

/** One request for a page: who reads, in which language, at what time. */
export interface Visit {
  readonly request: Request;
  readonly response: Response;
  readonly language: Language;
  readonly now: string;
  readonly house: House | undefined;
  readonly calendar: Calendar;
  /** The venue of what the page is about; absent where it speaks for the first one. */
  readonly venue?: number | undefined;
  /** The hidden field that every form begins with. */
  readonly guardField: () => Html;
  /** Where this page is in the other language; a page that answers a form has none. */
  readonly path: string;
}

export async function visitOf(site: Site, request: Request, response: Response): Promise<Visit> {
  const { needs } = site;
  const house = await needs.house();
  return visitAt(request, response, {
    house,
    language: languageOf(request),
    now: needs.clock.now(),
    guardField: () => guardFieldOf(site, request, response),
  });
}

export function guardFieldOf({ csrf }: Site, request: Request, response: Response): Html {
  return html`<input type="hidden" name="${CSRF_FIELD}" value="${csrf.tokenFor(request, response)}" />`;
}

/** A visit when nothing else may be asked of the world: the page that tells a fault. */
export function visitAt(request: Request, response: Response, known: Pick<Visit, 'house' | 'language' | 'now' | 'guardField'>): Visit {
  const calendar = createCalendar(known.language, known.house?.timeZone ?? 'Europe/Paris');
  return { ...known, request, response, calendar, path: request.path };
}

/** The same visit for a page about something of one venue: its name and contacts, its clock, its terms. */
export function atVenue(visit: Visit, house: House): Visit {
  return { ...visit, house, venue: house.id, calendar: createCalendar(visit.language, house.timeZone) };
}

/** The same visit for the pages of an order: its language unless the reader chose one, its venue, its clock. */
export function ofOrder(visit: Visit, order: { readonly language: Language; readonly venue: House }): Visit {
  const language = languageOf(visit.request, order.language);
  return atVenue({ ...visit, language }, order.venue);
}
