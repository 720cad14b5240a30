import { valueOf } from '../headers';
import { charsetInFact } from './charset';
import { leavesOf, parameter } from './mime-parts';
import type { Leaf } from './mime-parts';

/** A mail as far as anybody reads it: its headers, its texts, and of everything else the beginning. */
export interface EssentialMail {
  readonly raw: Buffer;
  /** A text was cut: something of the writer's own may be missing. */
  readonly textCut: boolean;
  /** An HTML part that repeats no text: it says more. */
  readonly htmlSaysMore: boolean;
}

interface Bounds {
  /** Of all texts together. */
  readonly text: number;
  /** Of each part that is no text: a delivery status is shorter, and of a returned letter the headers count. */
  readonly other: number;
}

const READ: Bounds = { text: 1024 * 1024, other: 64 * 1024 };

/**
 * What the parser gets, so that no mail takes longer than its words: attachments are left out, and texts say the charset
 * that they are in.
 */
export function essentialMail(raw: Buffer, bounds: Bounds = READ): EssentialMail {
  const pieces: Buffer[] = [];
  let done = 0;
  let left = bounds.text;
  let textCut = false;
  let htmlSaysMore = false;
  for (const [at, leaf] of leavesOf(raw).entries()) {
    const isText = isWords(leaf, at === 0 && leaf.start === 0);
    const most = isText ? left : bounds.other;
    const end = leaf.end - leaf.body > most ? lineEndBefore(raw, leaf.body, leaf.body + most) : leaf.end;
    if (isText) {
      htmlSaysMore ||= leaf.type === 'text/html' && !leaf.isAlternative;
      left -= end - leaf.body;
      textCut ||= end < leaf.end;
    }
    pieces.push(
      raw.subarray(done, leaf.start),
      headOf(raw, leaf, isText ? raw.subarray(leaf.body, end) : undefined),
      raw.subarray(leaf.body, end),
    );
    // The line end before a boundary is the boundary's own.
    if (end < leaf.end) pieces.push(Buffer.from('\r\n'));
    done = leaf.end;
  }
  return { raw: Buffer.concat([...pieces, between(raw, done, raw.length)]), textCut, htmlSaysMore };
}

/** Headers of what holds the parts, boundaries, and what stands between them for nobody: of a flood of it the two ends. */
function between(raw: Buffer, from: number, to: number): Buffer {
  if (to - from <= MOST_BETWEEN) return raw.subarray(from, to);
  return Buffer.concat([raw.subarray(from, from + MOST_BETWEEN / 2), Buffer.from('\r\n'), raw.subarray(to - MOST_BETWEEN / 2, to)]);
}

const MOST_BETWEEN = 512 * 1024;

/** A part without a type that can be read is text (RFC 2045 5.2), unless it has a name, as files have. */
function isWords({ type, headers }: Leaf, isWhole: boolean): boolean {
  if (/^attachment\b/i.test(valueOf(headers, 'content-disposition'))) return false;
  if (type !== '') return type === 'text/plain' || type === 'text/html';
  return isWhole || parameter(valueOf(headers, 'content-type'), 'name') === undefined;
}

/** The headers of a part; of a text with the charset, and the type, that it has in fact. */
function headOf(raw: Buffer, leaf: Leaf, text: Buffer | undefined): Buffer {
  const head = raw.subarray(leaf.start, leaf.body);
  const said = valueOf(leaf.headers, 'content-type');
  if (text === undefined || head.length === 0) return head;
  const charset = charsetInFact(decoded(text, valueOf(leaf.headers, 'content-transfer-encoding')), parameter(said, 'charset'));
  if (charset === undefined && (leaf.type !== '' || said === '')) return head;
  return withType(head, typeWith(said, leaf.type, charset ?? parameter(said, 'charset')));
}

function typeWith(said: string, type: string, charset: string | undefined): string {
  const others = said.replace(/^[^;]*/, '').replaceAll(/;\s*charset\s*=\s*(?:"[^"]*"|[^\s;]*)/gi, '');
  return `${type || 'text/plain'}${charset === undefined ? '' : `; charset=${charset}`}${others}`;
}

const TYPE = /(^|\n|\r)content-type[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/i;

function withType(head: Buffer, type: string): Buffer {
  const text = head.toString('latin1');
  const field = `Content-Type: ${type}`;
  return Buffer.from(TYPE.test(text) ? text.replace(TYPE, (_all, before: string) => `${before}${field}`) : `${field}\r\n${text}`, 'latin1');
}

function decoded(text: Buffer, encoding: string): Buffer {
  const named = encoding.trim().toLowerCase();
  if (named === 'base64') return Buffer.from(text.toString('latin1'), 'base64');
  if (named !== 'quoted-printable') return text;
  const bytes = text
    .toString('latin1')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** So that neither an encoded sign nor a line is cut in two. */
function lineEndBefore(raw: Buffer, from: number, at: number): number {
  const end = raw.lastIndexOf('\n', at);
  return end > from ? end + 1 : at;
}
