import { randomBytes } from 'node:crypto';
import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler, Response } from 'express';
import type { WebSettings } from './needs';

/** The name of the hidden field; in a form that sends files it is the first one. */
export const CSRF_FIELD = '_csrf';

export interface Csrf {
  /** Guards every form whose body is already parsed. */
  readonly guard: RequestHandler;
  /** The value of the hidden field of a form on this page. */
  tokenFor(request: Request, response: Response): string;
  /** For forms that send files: their body is read after. Throws what the guard would throw. */
  check(request: Request, token: string | undefined): void;
}

/** Double submit: a signed cookie and a field must agree, and belong to this visitor. */
export function createCsrf({ publicUrl, csrfSecret }: Pick<WebSettings, 'publicUrl' | 'csrfSecret'>): Csrf {
  const secure = publicUrl.startsWith('https:');
  const visitor = secure ? '__Host-visitor' : 'visitor';
  const { generateCsrfToken, validateRequest, doubleCsrfProtection, invalidCsrfTokenError } = doubleCsrf({
    getSecret: () => csrfSecret,
    getSessionIdentifier: (request) => (isKnown(request) ? request.sessionID : cookieOf(request, visitor)),
    cookieName: secure ? '__Host-csrf' : 'csrf',
    cookieOptions: { sameSite: 'lax', secure, httpOnly: true, path: '/' },
    getCsrfTokenFromRequest: fieldOf,
  });
  // All the forms of one page carry one token: each new one would end the others.
  const tokens = new WeakMap<Response, string>();
  return {
    guard: doubleCsrfProtection,
    tokenFor(request, response) {
      const made = tokens.get(response);
      if (made !== undefined) return made;
      if (!isKnown(request) && cookieOf(request, visitor) === '') nameVisitor(request, response);
      const token = generateCsrfToken(request, response);
      tokens.set(response, token);
      // The token is this visitor’s alone, and another’s page would end it.
      response.set('Cache-Control', 'no-store');
      return token;
    },
    check(request, token) {
      request.body = { [CSRF_FIELD]: token };
      if (!validateRequest(request)) throw invalidCsrfTokenError;
    },
  };

  // A visitor whom nobody let in yet has no session: a cookie of their own stands for it, so that robots leave no row.
  function nameVisitor(request: Request, response: Response): void {
    const value = randomBytes(16).toString('hex');
    request.cookies[visitor] = value;
    response.cookie(visitor, value, { sameSite: 'lax', secure, httpOnly: true, path: '/' });
  }
}

function isKnown(request: Request): boolean {
  return request.session.staff !== undefined || request.session.orders !== undefined;
}

function cookieOf(request: Request, name: string): string {
  const cookies: unknown = request.cookies;
  const value = isRecord(cookies) ? cookies[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function fieldOf(request: Request): string | undefined {
  const body: unknown = request.body;
  const value = isRecord(body) ? body[CSRF_FIELD] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
