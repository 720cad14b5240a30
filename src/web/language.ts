import type { Request, RequestHandler, Response } from 'express';
import type { Language } from '../domain/language';
import { LANGUAGES } from '../domain/language';
import { ROUTES } from './paths';

const COOKIE = 'langue';
const YEAR = 365 * 24 * 3_600_000;

/** `?lang=en` is remembered; the preference needs nobody's consent (docs/domain.md 9). */
export const rememberLanguage: RequestHandler = (request, response, next) => {
  const asked = request.query['lang'];
  if (isLanguage(asked)) chooseLanguage(response, asked);
  next();
};

export function chooseLanguage(response: Response, language: Language): void {
  response.cookie(COOKIE, language, { sameSite: 'lax', maxAge: YEAR, path: '/' });
}

/** What the reader chose, else the language of the order they came for, else the one their browser or program asks for, else French. */
export function languageOf(request: Request, ofOrder?: Language): Language {
  const asked = request.query['lang'];
  if (isLanguage(asked)) return asked;
  const cookies: unknown = request.cookies;
  const kept: unknown = typeof cookies === 'object' && cookies !== null && COOKIE in cookies ? cookies[COOKIE] : undefined;
  if (isLanguage(kept)) return kept;
  return ofOrder ?? accepted(request);
}

/** RFC 9110 12.5.4. The desk and the door are written in French: their messages are not to be the only English on the page. */
function accepted(request: Request): Language {
  if (FOR_STAFF.some((path) => request.originalUrl.startsWith(path))) return 'fr';
  const wanted = request.acceptsLanguages().map((tag) => tag.split('-')[0]?.toLowerCase());
  return wanted.find(isLanguage) ?? 'fr';
}

const FOR_STAFF = [ROUTES.desk, ROUTES.checkIn];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
