import type { ErrorRequestHandler, Request, Response } from 'express';
import { ZodError } from 'zod';
import { RefusedEntry } from '../domain/catalogue/refused-entry';
import { Refusal } from '../domain/refusal';
import type { RefusalCode } from '../domain/refusal';
import type { Language } from '../domain/language';
import { languageOf } from './language';
import { faultLine, newReference } from './log';
import { html } from './page/html';
import { buttonLink, shortPage } from './page/short-page';
import { pathOf, ROUTES } from './paths';
import type { Site, Visit } from './visit';
import { visitAt } from './visit';
import { refusalWords } from './words/refusals';
import { say, typeset } from './words/typography';

/** RFC 9457. `code` is stable; `reference` is what a person quotes when the fault is ours. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode | 'not-found' | 'fault' | 'form-expired';
  readonly detail?: string | undefined;
  readonly reference?: string | undefined;
  readonly errors?: readonly FieldFault[] | undefined;
  readonly [extra: string]: unknown;
}

interface FieldFault {
  readonly pointer: string;
  readonly detail: string;
  /** Of a file, from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The one place where a refusal becomes a status, and a fault an apology. Four arguments: Express knows it by them. */
export function errorDoor(site: Site): ErrorRequestHandler {
  return async (fault: unknown, request, response, next) => {
    if (response.headersSent) return next(fault);
    // Nobody is left to answer; what was begun has cleaned up after itself.
    if (request.destroyed && !request.complete) return site.needs.log.info('the sender went away');
    const problem = problemOf(fault, languageOf(request), referenceOf(request));
    if (problem.status >= 500) site.needs.log.error({ fault: faultLine(fault), reference: problem.reference }, 'a fault');
    if (problem.code === 'not-signed-in' && [ROUTES.desk, ROUTES.checkIn].some((staffOnly) => request.path.startsWith(staffOnly)))
      return response.redirect(303, ROUTES.deskSignIn);
    return answer(site, { request, response: response.set('Cache-Control', 'no-store') }, problem);
  };
}

/** No route matched. */
export function notFound(): never {
  throw new NotFound();
}

export class NotFound extends Error {}

async function answer(site: Site, { request, response }: { request: Request; response: Response }, problem: Problem): Promise<void> {
  response.status(problem.status);
  if (speaksJson(request)) {
    response.type('application/problem+json').json(problem);
    return;
  }
  // Never asks the database for the name of the house: it may be what is down.
  const house = problem.status >= 500 ? undefined : await site.needs.house();
  const visit = visitAt(request, response, {
    house,
    language: languageOf(request),
    now: site.needs.clock.now(),
    guardField: () => html``,
  });
  response.type('html').send(pageOf(visit, problem));
}

function speaksJson(request: Request): boolean {
  return [ROUTES.api, '/hooks'].some((door) => request.path === door || request.path.startsWith(`${door}/`));
}

/** The one that the line of this request carries in the log. */
function referenceOf(request: Request): string {
  return typeof request.id === 'string' ? request.id : newReference();
}

function problemOf(fault: unknown, language: Language, reference: string): Problem {
  if (fault instanceof Refusal) {
    const { status, words } = refusalWords(fault.code);
    const errors =
      fault instanceof RefusedEntry
        ? fault.faults.map(({ says, ...where }) => ({ ...where, detail: language === 'fr' ? typeset(says.fr) : says.en }))
        : undefined;
    return { ...fault.detail, ...typeOf(fault.code, words[language], status), ...(errors && { errors }) };
  }
  if (fault instanceof ZodError) {
    const errors = fault.issues.map(({ path, message }) => ({ pointer: `#/${path.map(String).join('/')}`, detail: message }));
    const { status, words } = refusalWords('input-invalid');
    return { ...typeOf('input-invalid', words[language], status), errors };
  }
  if (fault instanceof NotFound) return typeOf('not-found', NOT_FOUND[language], 404);
  const status = statusOf(fault);
  if (status === 403) return typeOf('form-expired', FORM_EXPIRED[language], 403);
  if (status !== undefined && status < 500) return typeOf('input-invalid', refusalWords('input-invalid').words[language], status);
  return { ...typeOf('fault', OUR_FAULT[language].title, 500), reference };
}

function typeOf(code: Problem['code'], title: string, status: number): Problem {
  return { type: `urn:contremarque:${code}`, title, status, code };
}

/** What Express' own parsers and the form guard throw carries its status. */
function statusOf(fault: unknown): number | undefined {
  return fault instanceof Error && 'status' in fault && typeof fault.status === 'number' ? fault.status : undefined;
}

function pageOf(visit: Visit, problem: Problem): string {
  const words = PAGE[visit.language];
  if (problem.code === 'fault') {
    const { title, text } = OUR_FAULT[visit.language];
    return shortPage(visit, {
      over: words.fault,
      title,
      text,
      way: buttonLink(visit.request.method === 'GET' ? visit.request.path : pathOf('home'), words.again),
      after: html`${words.quote} <strong class="nowrap">${problem.reference}</strong>.`,
      error: true,
    });
  }
  const shut = problem.code === 'link-expired' || problem.code === 'not-signed-in';
  const way = buttonLink(pathOf(shut ? 'findOrder' : 'home'), shut ? words.newLink : words.home);
  return shortPage(visit, { over: words.refused, title: problem.title.replace(/[.]$/, ''), text: words.safe, way, error: true });
}

const NOT_FOUND = { fr: 'Cette page n’existe pas.', en: 'This page does not exist.' };
const FORM_EXPIRED = {
  fr: typeset('Cette page est restée ouverte trop longtemps : rechargez-la et recommencez.'),
  en: 'This page was left open for too long: reload it and try again.',
};
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
const PAGE = {
  fr: {
    fault: 'Erreur',
    refused: 'Votre demande',
    again: 'Réessayer',
    quote: 'Si cela dure, appelez-nous en donnant la référence',
    newLink: 'Recevoir un nouveau lien',
    home: 'Revenir à l’accueil du site',
    safe: 'Rien n’a changé, et rien n’est perdu.',
  },
  en: {
    fault: 'Error',
    refused: 'Your request',
    again: 'Try again',
    quote: 'If it lasts, call us and give the reference',
    newLink: 'Get a new link',
    home: 'Back to the first page',
    safe: 'Nothing has changed, and nothing is lost.',
  },
};
