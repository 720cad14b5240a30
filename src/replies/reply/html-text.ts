import { Parser } from 'htmlparser2';
import { holdsQuotation, startsQuotation } from './quote-marks';
import type { Attributes } from './quote-marks';
import { beginsWithWroteHeader } from './wrote-header';

/** An HTML body as text: all of it (quotations behind `>`), and what stands above the first sign of a quotation. */
export interface HtmlText {
  readonly whole: string;
  /** Absent when nothing shows where a quotation begins. */
  readonly aboveQuote?: string;
  /** There was more than is read of any mail. */
  readonly cut: boolean;
}

/** Read as it comes, without a tree: what is nested deeper, or goes on for longer, was written by no person. */
const MAX_HTML = 1024 * 1024;
const MAX_DEPTH = 300;
const MAX_TAGS = 30_000;
const MAX_TEXT = 128 * 1024;
/** The bounds are asked between pieces, so that none is passed by far. */
const PIECE = 8 * 1024;

export function textOfHtml(html: string): HtmlText {
  const page = new Page();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.say(text),
    },
    { decodeEntities: true },
  );
  let at = 0;
  for (; at < Math.min(html.length, MAX_HTML) && !page.isFull(); at += PIECE) parser.write(html.slice(at, Math.min(at + PIECE, MAX_HTML)));
  if (!page.isFull()) parser.end();
  return page.read(isSeen(html.slice(at, MAX_HTML)) || html.length > MAX_HTML);
}

/** What lies beyond the bounds does no harm where it shows nothing. */
function isSeen(rest: string): boolean {
  let at = 0;
  while (at < rest.length) {
    const open = rest.indexOf('<', at);
    const close = rest.indexOf('>', at);
    // The first piece may begin inside a tag.
    const isInTag = at === 0 && close >= 0 && (open < 0 || close < open);
    const text = isInTag ? '' : rest.slice(at, open < 0 ? rest.length : open);
    if (/[^\s\u00A0]/.test(text.replaceAll('&nbsp;', ''))) return true;
    if (close < 0 || (open < 0 && !isInTag)) return false;
    at = (isInTag ? close : rest.indexOf('>', open)) + 1;
    if (at === 0) return false;
  }
  return false;
}

interface Element {
  readonly name: string;
  /** Nobody sees it: styles, and what a style hides. */
  readonly hidden: boolean;
  readonly quoted: boolean;
  readonly struck: boolean;
  readonly ordered: boolean;
  /** The line where it begins. */
  readonly from: number;
  items: number;
}

const UNSEEN = new Set(['head', 'style', 'script', 'title', 'template']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form header hr li main nav ol pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** With an empty line around them. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 table ul ol blockquote hr'.split(' '));
const STRUCK = new Set(['s', 'del', 'strike']);
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)/i;
const EMOJI = /^\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D|\p{Extended_Pictographic}){0,8}$/u;
const RULE = '-'.repeat(40);

/** The lines of a body, as it is read from the top. */
class Page {
  readonly #lines: string[] = [];
  readonly #elements: Element[] = [];
  #line = '';
  /** Asked instead of the line: to look at the end of one that is still growing copies all of it. */
  #endsInBlank = true;
  #blank = false;
  #tags = 0;
  #size = 0;
  #hidden = 0;
  #quoted = 0;
  #preformatted = 0;
  #aboveQuote: string | undefined;

  isFull(): boolean {
    return this.#tags > MAX_TAGS || this.#elements.length > MAX_DEPTH || this.#size > MAX_TEXT;
  }

  read(cut: boolean): HtmlText {
    this.#endLine();
    const whole = this.#lines.join('\n');
    return { whole, ...(this.#aboveQuote !== undefined && { aboveQuote: this.#aboveQuote }), cut };
  }

  open(name: string, attributes: Attributes): void {
    this.#tags += 1;
    if (this.#aboveQuote === undefined && this.#hidden === 0 && startsQuotation(name, attributes)) this.#aboveQuote = this.#soFar();
    if (PARAGRAPHS.has(name)) this.#leaveBlank();
    else if (name === 'br' || BLOCKS.has(name)) this.#endLine();
    if (name === 'hr') this.#rule();
    if (name === 'img' && EMOJI.test(attributes['alt'] ?? '')) this.say(attributes['alt'] ?? '');
    if (name === 'li') this.#item();
    if (!VOID.has(name)) this.#enter(elementOf(name, attributes, this.#lines.length));
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    const at = this.#elements.findLastIndex((element) => element.name === name);
    if (at >= 0) for (const element of this.#elements.splice(at).toReversed()) this.#leave(element);
    if (PARAGRAPHS.has(name)) this.#leaveBlank();
    else if (BLOCKS.has(name)) this.#endLine();
  }

  say(text: string): void {
    if (this.#hidden > 0) return;
    if (this.#preformatted > 0) {
      const [first = '', ...others] = text.split('\n');
      this.#add(first);
      for (const line of others) {
        this.#endLine(true);
        this.#add(line);
      }
      return;
    }
    const plain = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    this.#add(this.#endsInBlank ? plain.replace(/^ /, '') : plain);
  }

  #enter(element: Element): void {
    if (element.struck) this.say('~~');
    if (element.hidden) this.#hidden += 1;
    if (element.quoted) this.#quoted += 1;
    if (element.name === 'pre') this.#preformatted += 1;
    this.#elements.push(element);
  }

  #leave(element: Element): void {
    if (element.quoted || BLOCKS.has(element.name)) this.#endLine();
    if (element.name === 'blockquote' && this.#quoted === 0) this.#quoteFrom(element.from);
    if (element.hidden) this.#hidden -= 1;
    if (element.quoted) this.#quoted -= 1;
    if (element.name === 'pre') this.#preformatted -= 1;
    if (element.struck) this.say('~~');
  }

  /** A bare blockquote is a quotation where it begins with the header of one. */
  #quoteFrom(from: number): void {
    const own = this.#lines.slice(from);
    if (!beginsWithWroteHeader(own)) return;
    this.#aboveQuote ??= this.#lines.slice(0, from).join('\n');
    this.#lines.splice(from, own.length, ...own.map((line) => `> ${line}`));
  }

  #item(): void {
    const list = this.#elements.findLast(({ name }) => name === 'ol' || name === 'ul');
    if (list) list.items += 1;
    this.#add(list?.ordered ? `${list.items}. ` : '- ');
  }

  #rule(): void {
    if (this.#hidden === 0) this.#add(RULE);
    this.#endLine();
  }

  #add(text: string): void {
    if (this.#hidden > 0) return;
    if (this.#blank && text.trim() !== '') {
      if (this.#lines.length > 0) this.#lines.push(this.#sign());
      this.#blank = false;
    }
    this.#line += text;
    this.#size += text.length;
    if (text !== '') this.#endsInBlank = text.endsWith(' ');
  }

  #endLine(even = false): void {
    const line = this.#line.trimEnd();
    if (line !== '' || even || this.#line !== '') this.#lines.push(`${this.#sign()}${line}`);
    this.#line = '';
    this.#endsInBlank = true;
  }

  #leaveBlank(): void {
    this.#endLine();
    this.#blank = true;
  }

  #sign(): string {
    return this.#quoted > 0 ? '> ' : '';
  }

  #soFar(): string {
    return [...this.#lines, this.#line].join('\n');
  }
}

function elementOf(name: string, attributes: Attributes, from: number): Element {
  const style = attributes['style'] ?? '';
  return {
    name,
    hidden: UNSEEN.has(name) || 'hidden' in attributes || HIDING.test(style),
    quoted: holdsQuotation(name, attributes),
    struck: STRUCK.has(name) || /text-decoration(?:-line)?\s*:[^;]{0,40}line-through/i.test(style),
    ordered: name === 'ol',
    from,
    items: 0,
  };
}
