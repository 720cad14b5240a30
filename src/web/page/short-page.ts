import type { Visit } from '../visit';
import type { Html, Piece } from './html';
import { html, wholeWords } from './html';
import { publicPage } from './layout';

/** Empty, confirmation and error pages: a title that is the news, two sentences, one way on (docs/look.md 3). */
export interface ShortPage {
  readonly over?: Piece;
  readonly title: string;
  readonly text: Piece;
  readonly way?: Html | undefined;
  readonly after?: Piece | undefined;
  readonly error?: boolean;
  readonly scripts?: readonly ['wait.js'];
  readonly looksAgainAfter?: number | undefined;
}

export function shortPage(visit: Visit, page: ShortPage): string {
  return publicPage(visit, {
    ...{ title: page.title, error: page.error ?? false, scripts: page.scripts ?? [], looksAgainAfter: page.looksAgainAfter },
    width: 'text',
    body: shortBody(page),
  });
}

/** Without the frame around it. */
export function shortBody({ over, title, text, way, after }: ShortPage): Html {
  return html`${over !== undefined && html`<p class="over">${over}</p>`}
    <h1>${title}</h1>
    <p>${typeof text === 'string' ? wholeWords(text) : text}</p>
    ${way} ${after !== undefined && html`<p class="small">${after}</p>`}`;
}

export function buttonLink(href: string, words: string): Html {
  return html`<p><a class="button" href="${href}">${words}</a></p>`;
}
