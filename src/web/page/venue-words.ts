import type { SpokenParagraph } from '../../domain/texts/shop-words';
import { typeset } from '../../wording/typography';
import type { Html } from './html';
import { html, joined, wholeWords } from './html';

/** What the venue wrote, as paragraphs of a page: escaped, and with French spaces. */
export function venueWords(paragraphs: readonly SpokenParagraph[]): readonly Html[] {
  return paragraphs.map(({ style, lines }) => {
    const words = joined(
      lines.map((line) =>
        line.map(({ text, bold }) => (bold ? html`<strong>${wholeWords(typeset(text))}</strong>` : wholeWords(typeset(text)))),
      ),
      html`<br />`,
    );
    if (style === 'heading') return html`<h2>${words}</h2>`;
    return style === 'quiet' ? html`<p class="small">${words}</p>` : html`<p>${words}</p>`;
  });
}

/** The same in the notice of a page. */
export function venueNotice(title: string, paragraphs: readonly SpokenParagraph[]): Html {
  return html`<section class="notice" aria-labelledby="venue-words">
    <h2 id="venue-words">${title}</h2>
    ${venueWords(paragraphs)}
  </section>`;
}
