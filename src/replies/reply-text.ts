import EmailReplyParser from 'email-reply-parser';
import { boundedText } from './reply/bounded-text';
import { findQuote } from './reply/quote-headers';
import { findFooter, isClosing, isFooter } from './reply/footers';
import { withoutPreamble } from './reply/preamble';
import { hasEvidence } from './reply/wrote-header';

/** A mail's text taken apart. Nothing of the quoted letter is in `kept`, for our own letters name every answer. */
export interface ReplyText {
  /** The writer's own words above quotation and signature, as typed. */
  readonly kept: string;
  /** From the closing formula or footer to the quotation: never a decision, but it may take one back. */
  readonly signature: string;
  /** Lines without a quotation sign under the first quoted one: an answer below or between, or just broken quoting. */
  readonly below: readonly string[];
  readonly forwarded: boolean;
  /** Something of the writer's own was, or may be, beyond what we read. */
  readonly cut: boolean;
}

interface Known {
  /** What the HTML of the mail shows above its quotation mark. */
  readonly aboveQuote?: string | undefined;
  /** There was more text than was handed over. */
  readonly textCut?: boolean | undefined;
  /** The plain addresses of our inboxes that the mail was sent to. */
  readonly inboxes?: readonly string[];
}

/**
 * The earliest cut of our own rules, of Crisp's parser and of the HTML: losing a signature is fine, leaking quoted text
 * is not.
 */
export function replyText(text: string, { aboveQuote, textCut = false, inboxes = [] }: Known = {}): ReplyText {
  const bounded = boundedText(text);
  const { cut, cutsOwnWords } = bounded;
  const lines = withoutPreamble(bounded.lines);
  const ours = findQuote(lines, inboxes);
  const quoteLine = Math.min(ours?.line ?? lines.length, crispQuote(lines), linesOf(aboveQuote, lines));
  const own = lines.slice(0, quoteLine);
  const end = Math.min(findFooter(own) ?? own.length, closingIn(own));
  return {
    kept: joined(own.slice(0, end)),
    signature: joined(own.slice(end)),
    below: unquoted(lines.slice(quoteLine)),
    forwarded: ours?.forwarded === true && ours.line <= quoteLine,
    // A long quotation below is cut without harm; the writer's own words never are.
    cut: ((cut || textCut) && quoteLine >= lines.length) || (cut && isMarked(lines.slice(quoteLine)) && cutsOwnWords),
  };
}

/** The line of Crisp's first quoted fragment. Its signature rules are not asked: they hide a postscript. */
function crispQuote(lines: readonly string[]): number {
  const fragments = new EmailReplyParser().read(lines.join('\n')).getFragments();
  const first = fragments.findIndex((fragment) => fragment.isQuoted());
  const quoted = fragments[first]?.getContent() ?? '';
  const header = quoted.trim().split('\n').slice(0, 3).join(' ');
  // Crisp takes « Le spectateur nous a écrit » for a header. Kept in the text, such a line is at worst not understood.
  if (first < 0 || (!hasEvidence(header) && !header.startsWith('>'))) return lines.length;
  const before = fragments.slice(0, first).map((fragment) => fragment.getContent());
  return lineAfter(before.join('\n'), lines);
}

/** Crisp joins wrapped headers and trims lines, so its text is found again by the words before the quotation. */
function lineAfter(before: string, lines: readonly string[]): number {
  const words = before.split(/\s+/).filter((word) => word !== '').length;
  let seen = 0;
  for (const [at, line] of lines.entries()) {
    if (seen >= words) return at;
    seen += line.split(/\s+/).filter((word) => word !== '').length;
  }
  return lines.length;
}

/** Where the text says the same as what the HTML shows above the quotation: wrapping and bullets aside. */
function linesOf(aboveQuote: string | undefined, lines: readonly string[]): number {
  if (aboveQuote === undefined) return lines.length;
  const above = signsOf(withoutPreamble(boundedText(aboveQuote).lines).join('\n'));
  let seen = '';
  for (const [at, line] of lines.entries()) {
    if (seen.length >= above.length) return seen === above ? at : lines.length;
    seen += signsOf(line);
  }
  return lines.length;
}

function signsOf(text: string): string {
  return text.replaceAll(/[\s>*_•·.<()[\]|~–—-]/g, '');
}

/** The line after which only a signature may come. */
function closingIn(lines: readonly string[]): number {
  const at = lines.findIndex((line) => isClosing(line));
  return at >= 0 ? at : lines.length;
}

function unquoted(lines: readonly string[]): readonly string[] {
  if (!isMarked(lines)) return [];
  const first = lines.findIndex((line) => line.trimStart().startsWith('>'));
  return lines.slice(first).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('>') && !isFooter(line));
}

/** Quoted line by line, so that an answer between the lines can be told from them. */
function isMarked(lines: readonly string[]): boolean {
  return lines.some((line) => line.trimStart().startsWith('>'));
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim();
}
