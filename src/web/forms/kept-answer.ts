import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { Refusal } from '../../domain/refusal';
import { orderLetIn } from '../order-let-in';
import { signedIn } from '../desk/desk-visit';
import { ANSWER, formPage, pathIn, withoutAnswer } from './form-page';
import { isOfTheDesk, ROUTES } from '../paths';
import type { Site } from '../visit';

/** A page that answered a form, packed: it has an address until the form is obeyed. */
interface KeptAnswer {
  readonly id: string;
  readonly page: string;
  readonly status: number;
  readonly packed: string;
}

declare module 'express-session' {
  interface SessionData {
    answers?: readonly KeptAnswer[];
  }
}

const KEPT_AT_ONCE = 3;
/** Of base64; a page that is longer answers as it is. */
const LONGEST = 64 * 1024;

/**
 * A page that answers a form is read at an address of its own (RFC 9110 15.4.4). Left in the history as the answer of a POST, it could
 * not be come back to: tokens are never stored, and the browser shows its own page of error instead. Whoever is no browser that goes
 * from page to page has the answer at once.
 */
export function keptAnswers(site: Site): RequestHandler {
  return async (request, response, next) => {
    const { [ANSWER]: id } = request.query;
    if (request.method === 'GET' && typeof id === 'string') return showAnswer(site, request, response);
    if (request.method === 'POST' && request.get('sec-fetch-mode') === 'navigate' && !showsSecrets(request)) keepAnswer(request, response);
    return next();
  };
}

async function showAnswer(site: Site, request: Request, response: Response): Promise<void> {
  const kept = request.session.answers?.find((one) => one.id === request.query[ANSWER] && one.page === request.path);
  if (!kept || !(await isStillLetIn(site, request))) return response.redirect(303, withoutAnswer(request.originalUrl));
  response
    .status(kept.status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(gunzipSync(Buffer.from(kept.packed, 'base64')));
}

/** As the page itself would ask: access that ended since, ends what was answered before. */
async function isStillLetIn(site: Site, request: Request): Promise<boolean> {
  const { path } = request;
  const order = ORDER_PAGE.exec(path)?.[1];
  if (order !== undefined) return (await orderLetIn(site, request, order)) !== undefined;
  if (!isOfTheDesk(request) || path === ROUTES.deskSignIn) return true;
  return signedIn(site, request, site.needs.clock.now()).then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof Refusal) return false;
      throw fault;
    },
  );
}

const ORDER_PAGE = new RegExp(`^${ROUTES.order.replace(':reference', '([^/]+)')}(?:/|$)`);

function keepAnswer(request: Request, response: Response): void {
  const send = response.send.bind(response);
  const end = response.end.bind(response);
  const form = formPage(request);
  const page = pathIn(form);
  response.send = (body: unknown) => {
    response.send = send;
    const packed = isPage(response, body) ? gzipSync(body).toString('base64') : '';
    if (typeof body !== 'string' || packed === '' || packed.length > LONGEST || !request.session) return send(body);
    const id = randomUUID();
    const { statusCode: status } = response;
    request.session.answers = [...(request.session.answers ?? []).slice(1 - KEPT_AT_ONCE), { id, page, status, packed }];
    response.end = end;
    response.removeHeader('Content-Type');
    response.redirect(303, `${form}${form.includes('?') ? '&' : '?'}${ANSWER}=${id}`);
    return response;
  };
  // Led on: the form was obeyed, and what it was answered before is over.
  response.end = (...given: readonly unknown[]) => {
    response.end = end;
    const answers = request.session?.answers;
    if (answers && response.statusCode === 303) request.session.answers = answers.filter((one) => one.page !== page);
    Reflect.apply(end, response, given);
    return response;
  };
}

function isPage(response: Response, body: unknown): body is string {
  const type = response.get('Content-Type') ?? 'text/html';
  return typeof body === 'string' && response.statusCode < 500 && type.startsWith('text/html');
}

/** Of the desk: pages that show a secret once are laid nowhere. The door has a script of its own. */
function showsSecrets({ path }: Request): boolean {
  return SECRETS.some((page) => path.startsWith(page));
}

const SECRETS = ['/guichet/bienvenue', ROUTES.deskAccount, ROUTES.deskKeys, ROUTES.checkIn];
