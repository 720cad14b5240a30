import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { problemWords, textProblems, textToSay } from '../../domain/texts/check-text';
import type { TextProblem } from '../../domain/texts/check-text';
import { shopWords } from '../../domain/texts/shop-words';
import { isShopText } from '../../domain/texts/text-kind';
import { cleanText } from '../../domain/texts/venue-text';
import type { Piece } from '../page/html';
import { html } from '../page/html';
import { wholePage } from '../page/layout';
import { venueWords } from '../page/venue-words';
import { ROUTES } from '../paths';
import type { Site } from '../visit';
import { typeset } from '../../wording/typography';
import { settingsVisit } from './settings-visit';
import { placeAt } from './texts';

/** What stands in the frame beside a text: the letter with the styles in its tags, which no other page of ours may have. */
const LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";
const PAGE_POLICY = "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** Shows a text as its readers will see it; nothing is kept, and what it holds goes nowhere. */
export function textPreview(site: Site): Router {
  const router = Router();
  // The text that holds now when the page opens, the text in the field when its button is pressed.
  router.get(ROUTES.deskTextPreview, show());
  router.post(ROUTES.deskTextPreview, site.csrf.guard, show());
  return router;

  function show(): RequestHandler {
    return async (request, response) => {
      const { venue } = await settingsVisit(site, request, response);
      const { kind, language } = placeAt(venue, request);
      const sheet = site.needs.textSheet(kind);
      const typed = typedIn(request);
      const own = typed === undefined ? (await site.needs.venueTexts.current({ venue: venue.id, kind, language })).text : cleanText(typed);
      const problems = typed === undefined || own === undefined ? [] : textProblems(sheet, own);
      if (problems.length > 0) return sendPage(response, problemList(problems));
      const text = textToSay(sheet, language, own);
      if (isShopText(kind)) return sendPage(response, venueWords(shopWords(kind, text, { venue, language })));
      const letter = site.needs.deeds.editTexts.preview(venue, { kind, language, typed: text });
      if (request.query['forme'] === 'texte') return sendPage(response, html`<h1 class="hidden">${letter.subject}</h1><pre class="typed" lang="${language}" tabindex="0">${letter.text}</pre>`); // prettier-ignore
      response.set('Content-Security-Policy', LETTER_POLICY).type('html').send(letter.html);
    };
  }
}

function sendPage(response: Response, words: Piece): void {
  const page = wholePage('fr', {
    title: 'Aperçu',
    style: 'desk.css',
    body: html`<main id="main" tabindex="-1" class="preview">${words}</main>`,
  });
  response.set('Content-Security-Policy', PAGE_POLICY).type('html').send(page);
}

function problemList(problems: readonly TextProblem[]): Piece {
  return html`<h1>Ce texte ne peut pas partir ainsi</h1>
    <ul>
      ${problems.map((problem) => html`<li>${typeset(problemWords(problem).fr)}</li>`)}
    </ul>`;
}

function typedIn(request: Request): string | undefined {
  const body: unknown = request.body;
  const text: unknown = typeof body === 'object' && body !== null && 'text' in body ? body.text : undefined;
  return typeof text === 'string' ? text.slice(0, 20_000) : undefined;
}
