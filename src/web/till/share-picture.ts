import type { SoldLine } from '../../domain/sale/statistics';
import { sharesBy } from '../../domain/sale/statistics';
import { Html, html } from '../page/html';

const HEIGHT = 44;

/** Web and counter, side by side in one bar; the words beside it say the same, and the shapes differ without colour. */
export function sharePicture(lines: readonly SoldLine[]): Html {
  const [web = 0, counter = 0] = ['web', 'counter'].map(
    (side) => sharesBy(lines, ({ online }) => (online ? 'web' : 'counter')).find(({ key }) => key === side)?.ofSeats,
  );
  const words = `Internet ${whole(web)}, guichet ${whole(counter)}`;
  return html`<figure class="share">
    ${bar(web, words)}
    <figcaption>${words} des places</figcaption>
  </figure>`;
}

function whole(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

function bar(web: number, words: string): Html {
  const cut = Math.round(Math.min(1, Math.max(0, web)) * 1000) / 10;
  // As wide as the page, in parts of it: the whole is the whole.
  return new Html(
    `<svg width="100%" height="${HEIGHT}" role="img" aria-label="${words}">` +
      `<rect width="100%" height="100%" fill="#fff" stroke="#1b1a1e" stroke-width="3"/>` +
      `<rect width="${cut}%" height="100%" fill="#0a5564"/></svg>`,
  );
}
