import { typesetPieces } from '../../wording/typography';
import { WHOLE_WORD } from '../../wording/whole-words';

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

/**
 * A whole page, with what its lines may break: « e-mail » stays one word, « · » stays with what it follows, and a word that no line
 * may hold is broken anywhere. In text alone: an attribute, and what holds no tags, stays as it is.
 */
export function withLineBreaks(page: string): string {
  return page.replaceAll(TAG_OR_WORD, (found) => {
    if (found.startsWith('<')) return found;
    if (found.endsWith('·')) return '\u00a0·';
    return `<span class="${found.length < LONG ? 'nowrap' : 'long'}">${found}</span>`;
  });
}

const LONG = 30;
const AS_IT_IS = '<(title|textarea|option|script|style)\\b[\\s\\S]*?</\\1>|<[^>]*>';
const TAG_OR_WORD = new RegExp(`${AS_IT_IS}|\\s+·(?=\\s|<)|[^\\s<]{${LONG},}|\\b[eE]-mails?\\b|\\bL\\d+-\\d+\\b`, 'g');

const WHOLE = new RegExp(`(${WHOLE_WORD.source})|([^\\s,;()@]+@[^\\s,;()@]+\\w)`);

/** A sentence that may name an order, a telephone or licence number, or an address: each stands on one line, where a line holds it. */
export function wholeWords(sentence: string): Html {
  const whole = (word: string, index: number) => html`<span class="${index % 3 === 1 ? 'nowrap' : 'unbroken'}">${word}</span>`;
  // Text, number and address by turns: of the last two there is one at a time.
  return html`${sentence.split(WHOLE).map((piece, index) => (index % 3 === 0 ? piece : piece && whole(piece, index)))}`;
}

/** Broken after its « @ », where it is longer than its line. */
export function mailAddress(address: string | undefined): Html {
  const [name = '', host] = address?.split(/(?<=@)/) ?? [];
  return html`${name}${host !== undefined && html`<wbr />${host}`}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
