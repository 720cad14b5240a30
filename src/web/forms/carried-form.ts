import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { Language } from '../../domain/language';
import { CSRF_FIELD } from '../csrf';
import { chooseLanguage, isLanguage } from '../language';
import type { Html } from '../page/html';
import { html } from '../page/html';

declare module 'express-session' {
  interface SessionData {
    /** A form that was filled in while the language of its page was changed: what it held, by the path of the page. */
    draft?: { readonly page: string; readonly fields: Fields };
  }
}

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});
type Fields = z.infer<typeof Fields>;

const LANGUAGE_FIELD = 'lang';

/**
 * The language of a page with a form is changed by a button of that form: without a script, and without an address that names anybody,
 * what was typed comes along. Sent as it is meant, the form is no draft any more.
 */
export const carriedForms: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') return next();
  const { [LANGUAGE_FIELD]: language, [CSRF_FIELD]: _token, ...fields } = Fields.parse(request.body);
  if (!isLanguage(language)) {
    if (request.session.draft?.page === request.path) delete request.session.draft;
    return next();
  }
  chooseLanguage(response, language);
  request.session.draft = { page: request.path, fields };
  return response.redirect(303, request.path);
};

/** What this page’s form held when its language was changed. */
export function carriedTo({ session, path }: Request): Fields | undefined {
  return session.draft?.page === path ? session.draft.fields : undefined;
}

/** The first button of a form is the one that Enter presses: that of the form itself stands before those on top of the page. */
export function enterButton(form: string): Html {
  return html`<button class="hidden" type="submit" form="${form}" tabindex="-1" aria-hidden="true"></button>`;
}

/** Into the other language, with what was typed. */
export function carryingButton(form: string, { language, words }: { readonly language: Language; readonly words: Html }): Html {
  return html`<button
    class="language"
    type="submit"
    form="${form}"
    name="${LANGUAGE_FIELD}"
    value="${language}"
    formnovalidate
    lang="${language}"
  >
    ${words}
  </button>`;
}
