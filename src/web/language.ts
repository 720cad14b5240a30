import type { Request, RequestHandler } from 'express';
import type { Language } from '../domain/language';
import { LANGUAGES } from '../domain/language';

const COOKIE = 'langue';
const YEAR = 365 * 24 * 3_600_000;

/** `?lang=en` is remembered; the preference needs nobody's consent (domain.md 9). */
export const rememberLanguage: RequestHandler = (request, response, next) => {
  const asked = request.query['lang'];
  if (isLanguage(asked)) response.cookie(COOKIE, asked, { sameSite: 'lax', maxAge: YEAR, path: '/' });
  next();
};

/** What the reader chose, else the language of the order they came for, else French. */
export function languageOf(request: Request, otherwise: Language = 'fr'): Language {
  const asked = request.query['lang'];
  if (isLanguage(asked)) return asked;
  const cookies: unknown = request.cookies;
  const kept: unknown = typeof cookies === 'object' && cookies !== null && COOKIE in cookies ? cookies[COOKIE] : undefined;
  return isLanguage(kept) ? kept : otherwise;
}

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
