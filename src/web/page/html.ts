import { typesetPieces } from '../words/typography';

/** Markup that may go into a page as it is. Everything else is escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Piece = Html | string | number | false | undefined | readonly Piece[];

/** Markup with holes: what fills them is escaped unless it is markup itself. Our own words get French spaces. */
export function html(words: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const typeset = typesetPieces(words);
  return new Html(typeset.map((text, index) => text + markupOf(pieces[index])).join(''));
}

/** Several pieces with the same markup between them. */
export function joined(pieces: readonly Piece[], between: Html): Html {
  return new Html(pieces.map(markupOf).join(between.markup));
}

function markupOf(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(`${piece}`);
  return piece.map(markupOf).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
