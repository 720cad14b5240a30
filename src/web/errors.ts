import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Language } from '../domain/language';
import type { OrderView } from '../domain/order-view';
import { orderLetIn } from './order-let-in';
import { languageOf } from './language';
import { faultLine, newReference } from './log';
import { deskFaultPage } from './desk/fault-page';
import { html } from './page/html';
import { deskErrorPage } from './desk/desk-page';
import { signedIn } from './desk/desk-visit';
import type { ShortPage } from './page/short-page';
import { buttonLink, shortPage } from './page/short-page';
import { isOfTheDesk, pathOf, ROUTES } from './paths';
import type { Problem } from './problem';
import { MethodNotAllowed, NotFound, problemOf } from './problem';
import type { Site, Visit } from './visit';
import { guardFieldOf, lastVenuesOf, ofOrder, visitAt } from './visit';
import { spectatorWords } from './words/refusals';
import { say } from '../wording/typography';

/** The one place where a refusal becomes a status, and a fault an apology. Four arguments: Express knows it by them. */
export function errorDoor(site: Site): ErrorRequestHandler {
  // oxlint-disable-next-line no-unused-vars -- Express knows it by its four arguments
  return async (fault: unknown, request, response, _next) => {
    if (response.headersSent) return breakOff(site, { response, fault });
    // Nobody is left to answer; what was begun has cleaned up after itself.
    if (request.destroyed && !request.complete) return site.needs.log.info('the sender went away');
    const asked = { reference: referenceOf(request), changes: !isRead(request) };
    const told = problemOf(fault, { ...asked, language: spokenTo(request) });
    const order = told.status < 500 ? await orderOf(site, request) : undefined;
    const language = order ? languageOf(request, order.language) : spokenTo(request);
    const problem = order ? problemOf(fault, { ...asked, language }) : told;
    if (problem.status >= 500) site.needs.log.error({ fault: faultLine(fault), reference: problem.reference }, 'a fault');
    if (isShutOut(request, problem)) return response.redirect(303, pathOf('deskSignIn', undefined, isRead(request) ? {} : { fini: 1 }));
    tellHeaders(fault, { request, response, language }, problem);
    return answer(site, { request, response, order }, problem);
  };
}

/** At the desk without a session: it ended, or the access was withdrawn, and with it went the guard of the forms that were open. */
function isShutOut(request: Request, { code }: Problem): boolean {
  const comesIn = COMING_IN.some((door) => request.path.startsWith(door));
  const ended = code === 'form-expired' && request.session?.staff === undefined && !comesIn;
  return isOfTheDesk(request) && (code === 'not-signed-in' || ended);
}

/** Whoever opens these has no session yet. */
const COMING_IN = [ROUTES.deskSignIn, ROUTES.deskInvitation.replace(':secret', '')];

/** Half an answer is with the reader: no other can follow it. */
function breakOff({ needs }: Site, { response, fault }: { readonly response: Response; readonly fault: unknown }): void {
  needs.log.error({ fault: faultLine(fault) }, 'a fault after the answer had begun');
  response.destroy();
}

/** What HTTP says of an answer beside its body (RFC 9110 10.2.1, 10.2.3 and 11.6.1; RFC 6750 3). */
function tellHeaders(
  fault: unknown,
  { request, response, language }: Answering & { language: Language },
  { status, facts }: Problem,
): void {
  response.set('Cache-Control', 'no-store').vary('Accept-Language').set('Content-Language', language);
  if (status === 401 && speaksJson(request))
    response.set('WWW-Authenticate', `Bearer realm="contremarque"${request.get('authorization') ? ', error="invalid_token"' : ''}`);
  if ((status === 429 || status === 503) && typeof facts?.['seconds'] === 'number')
    response.set('Retry-After', `${Math.ceil(facts['seconds'])}`);
  if (fault instanceof MethodNotAllowed) response.set('Allow', fault.allowed.join(', '));
}

/** No route matched. */
export function notFound(): never {
  throw new NotFound();
}

interface Answering {
  readonly request: Request;
  readonly response: Response;
  /** Of whose pages one was asked for. */
  readonly order?: OrderView | undefined;
}

async function answer(site: Site, { request, response, order }: Answering, problem: Problem): Promise<void> {
  response.status(problem.status);
  if (speaksJson(request)) {
    response.type('application/problem+json').json(problem);
    return;
  }
  // A fault never asks the database for the name of the house, nor of who reads: it may be what is down.
  const asks = problem.status < 500;
  const now = site.needs.clock.now();
  const isDesk = isAtTheDesk(request);
  const [venues = lastVenuesOf(site.needs), who] = await Promise.all([
    asks ? site.needs.venues().catch(() => undefined) : undefined,
    asks && isDesk ? signedIn(site, request, now).catch(() => undefined) : undefined,
  ]);
  const guardField = () => (who ? guardFieldOf(site, request, response) : html``);
  const anyVisit = visitAt(request, response, { venues, language: spokenTo(request), now, guardField });
  const visit = order ? ofOrder(anyVisit, order) : anyVisit;
  const page = pageOf(visit, problem);
  response.type('html').send(isDesk && (who || !asks) ? deskErrorPage({ visit, who }, page) : shortPage(visit, page));
}

/** Somebody who came in there; the page that tells a fault may come before there is a session. */
function isAtTheDesk(request: Request): boolean {
  return isOfTheDesk(request) && request.session?.staff !== undefined;
}

/** The desk speaks French. */
function spokenTo(request: Request): Language {
  return isAtTheDesk(request) ? 'fr' : languageOf(request);
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function speaksJson(request: Request): boolean {
  return [ROUTES.api, '/hooks'].some((door) => request.path === door || request.path.startsWith(`${door}/`));
}

/** The order among whose pages this address is, if this browser was let in to it. */
function orderHere({ path, session }: Request): string | undefined {
  return session?.orders?.find(({ reference }) => `${path}/`.startsWith(`${pathOf('order', { reference })}/`))?.reference;
}

/** Its language is the reader's; without it the page still comes. */
async function orderOf(site: Site, request: Request): Promise<OrderView | undefined> {
  const reference = orderHere(request);
  return reference === undefined ? undefined : orderLetIn(site, request, reference).catch(() => undefined);
}

/** The one that the line of this request carries in the log. */
function referenceOf(request: Request): string {
  return typeof request.id === 'string' ? request.id : newReference();
}

function pageOf(visit: Visit, problem: Problem): ShortPage {
  const words = PAGE[visit.language];
  const atTheDesk = isOfTheDesk(visit.request);
  const order = orderHere(visit.request);
  const back = order === undefined ? undefined : buttonLink(pathOf('order', { reference: order }), words.order);
  if (problem.status >= 500) {
    if (atTheDesk) return deskFaultPage(visit, problem);
    const asked = isRead(visit.request);
    const { title, text } = (problem.code === 'busy' ? BUSY : asked ? OUR_FAULT : OUR_FAULT_WITH_WHAT_WAS_SENT)[visit.language];
    return {
      over: words.fault,
      title,
      text,
      way: asked || !back ? buttonLink(asked ? visit.request.path : pathOf('home'), words.again) : back,
      after: html`${words.quote} <strong class="nowrap">${problem.reference}</strong>.`,
      error: true,
    };
  }
  const shut = problem.code === 'link-expired' || problem.code === 'not-signed-in';
  const way = atTheDesk
    ? buttonLink(pathOf('desk'), words.desk)
    : shut
      ? buttonLink(pathOf('findOrder'), words.newLink)
      : (back ?? buttonLink(pathOf('home'), words.home));
  const title = (back && spectatorWords(problem.code)?.[visit.language]) ?? problem.title;
  // The news alone is the title: what else there is to say stands under it.
  const [, news = title, more] = /^(.+?)\. (.+)$/.exec(title) ?? [];
  const text = more === undefined ? words.safe : html`${more} ${words.safe}`;
  return { over: words.refused, title: news.replace(/[.]$/, ''), text, way, error: true };
}

const OUR_FAULT = {
  fr: {
    title: 'Quelque chose n’a pas fonctionné',
    text: say`C’est de notre côté, et rien n’est perdu : votre commande et vos fichiers sont gardés. Réessayez dans quelques minutes.`,
  },
  en: {
    title: 'Something did not work',
    text: 'It is our fault, and nothing is lost: your order and your files are kept. Try again in a few minutes.',
  },
};
/** Nobody is told that we keep what may not have arrived. */
const OUR_FAULT_WITH_WHAT_WAS_SENT = {
  fr: {
    title: OUR_FAULT.fr.title,
    text: say`C’est de notre côté. Votre commande et ce que nous avions déjà reçu sont gardés ; ce que vous venez d’envoyer ne l’est peut-être pas. Regardez votre commande, puis recommencez dans quelques minutes.`,
  },
  en: {
    title: OUR_FAULT.en.title,
    text: 'It is our fault. Your order and what we had received before are kept; what you have just sent may not be. Look at your order, then try again in a few minutes.',
  },
};
const BUSY = {
  fr: {
    title: 'Beaucoup de monde en ce moment',
    text: say`Votre demande n’est pas passée, et rien n’a changé. Recommencez dans quelques secondes.`,
  },
  en: {
    title: 'Many people at this moment',
    text: 'Your request did not get through, and nothing has changed. Try again in a few seconds.',
  },
};
const PAGE = {
  fr: {
    fault: 'Erreur',
    refused: 'Votre demande',
    again: 'Réessayer',
    quote: 'Si cela dure, appelez-nous en donnant la référence',
    newLink: 'Recevoir un nouveau lien',
    home: 'Revenir à l’accueil du site',
    order: 'Revenir à ma commande',
    desk: 'Revenir au guichet',
    safe: 'Rien n’a changé, et rien n’est perdu.',
  },
  en: {
    fault: 'Error',
    refused: 'Your request',
    again: 'Try again',
    quote: 'If it lasts, call us and give the reference',
    newLink: 'Get a new link',
    home: 'Back to the first page',
    order: 'Back to my order',
    desk: 'Back to the desk',
    safe: 'Nothing has changed, and nothing is lost.',
  },
};
