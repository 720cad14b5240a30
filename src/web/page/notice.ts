import type { Html, Piece } from './html';
import { html } from './html';

/** The one notice of a page, at its top: a title that is the news, two lines. */
export function notice(title: string, text: Piece, id = 'notice'): Html {
  return html`<section class="notice" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <p>${text}</p>
  </section>`;
}

/** The red form, only for errors: takes the focus, is read aloud, and lists what is to be put right. */
export function errorNotice(title: string, items: readonly Piece[]): Html {
  return html`<section class="notice error" id="errors" role="alert" tabindex="-1" autofocus aria-labelledby="notice">
    <h2 id="notice">${title}</h2>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </section>`;
}
