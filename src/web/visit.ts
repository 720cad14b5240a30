import type { Request, Response } from 'express';
import type { Language } from '../domain/language';
import type { Csrf } from './csrf';
import { CSRF_FIELD } from './csrf';
import { formPage, pathIn } from './forms/form-page';
import { languageOf } from './language';
import type { House, WebNeeds } from './needs';
import type { Html } from './page/html';
import { html } from './page/html';
import type { Calendar } from '../wording/dates';
import { createCalendar } from '../wording/dates';

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
  /** The venue of what the page is about, or the only one there is; absent where the organizer of several speaks. */
  readonly house: House | undefined;
  /** Every venue of the organizer. */
  readonly venues: readonly House[];
  /** By whose clock. */
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** The venue of what the page is about; absent where it is about none. */
  readonly venue?: number | undefined;
  /** The hidden field that every form begins with. */
  readonly guardField: () => Html;
  /** Where this page is in the other language: of one that answers a form, the page on which the form stood. */
  readonly path: string;
}

export async function visitOf(site: Site, request: Request, response: Response): Promise<Visit> {
  const { needs } = site;
  return visitAt(request, response, {
    venues: await venuesOf(needs),
    language: languageOf(request),
    now: needs.clock.now(),
    guardField: () => guardFieldOf(site, request, response),
  });
}

/** As they were last read, by whose needs. */
const lastRead = new WeakMap<WebNeeds, readonly House[]>();

async function venuesOf(needs: WebNeeds): Promise<readonly House[]> {
  const venues = await needs.venues();
  lastRead.set(needs, venues);
  return venues;
}

/** Whom to call, for a page that may ask the database nothing; nobody where no page was shown yet. */
export function lastVenuesOf(needs: WebNeeds): readonly House[] {
  return lastRead.get(needs) ?? [];
}

export function guardFieldOf({ csrf }: Site, request: Request, response: Response): Html {
  return html`<input type="hidden" name="${CSRF_FIELD}" value="${csrf.tokenFor(request, response)}" />`;
}

/** A visit when nothing else may be asked of the world: the page that tells a fault. */
export function visitAt(request: Request, response: Response, known: Pick<Visit, 'venues' | 'language' | 'now' | 'guardField'>): Visit {
  const [first, ...others] = known.venues;
  const timeZone = first?.timeZone ?? 'Europe/Paris';
  const house = others.length > 0 ? undefined : first;
  return { ...known, house, timeZone, request, response, calendar: createCalendar(known.language, timeZone), path: pageOf(request) };
}

/** The path of the page; a form may be sent to one that has no page of its own. */
function pageOf(request: Request): string {
  return request.method === 'POST' ? pathIn(formPage(request)) : request.path;
}

/** Who speaks on a page: the venue, or the organizer of several. */
export function speakerOf({ house, venues }: Pick<Visit, 'house' | 'venues'>): string | undefined {
  return house?.name ?? venues[0]?.organizer;
}

/** The same visit in another language, its dates too. */
export function inLanguage(visit: Visit, language: Language): Visit {
  return { ...visit, language, calendar: createCalendar(language, visit.timeZone) };
}

/** The same visit for a page about something of one venue: its name and contacts, its clock, its terms. */
export function atVenue(visit: Visit, house: House): Visit {
  const { id: venue, timeZone } = house;
  return { ...visit, house, venue, timeZone, calendar: createCalendar(visit.language, timeZone) };
}

/** The same visit for a page about something of the venue with this number. */
export function atVenueNumbered(visit: Visit, id: number | undefined): Visit {
  const house = visit.venues.find((venue) => venue.id === id);
  return house ? atVenue(visit, house) : visit;
}

/** The same visit for the pages of an order: its language unless the reader chose one, its venue, its clock. */
export function ofOrder(visit: Visit, order: { readonly language: Language; readonly venue: House }): Visit {
  const language = languageOf(visit.request, order.language);
  return atVenue({ ...visit, language }, order.venue);
}
