import { headEnd, headersOf, valueOf } from '../headers';
import type { HeaderField } from '../headers';

/** A part of a mail that has no parts itself, as places in the raw bytes. */
export interface Leaf {
  readonly start: number;
  /** Where its body begins, after the blank line. */
  readonly body: number;
  readonly end: number;
  readonly headers: readonly HeaderField[];
  /** `text/plain`; empty when there is none, or none that is a type. */
  readonly type: string;
  /** Another form of the words beside it, not more of them. */
  readonly isAlternative: boolean;
}

/** No honest mail has more, nested or side by side; what lies beyond is one part that nobody reads. */
const MAX_DEPTH = 20;
const MAX_LEAVES = 200;

/** The leaves of a mail in their order: no tree is built, and no more is looked at than the bounds allow. */
export function leavesOf(raw: Buffer): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: Range[] = [{ start: 0, end: raw.length, depth: 0, isAlternative: false }];
  for (let range = waiting.pop(); range && leaves.length < MAX_LEAVES; range = waiting.pop()) {
    const leaf = leafAt(raw, range);
    const inside = range.depth < MAX_DEPTH ? partsIn(raw, leaf) : undefined;
    const isAlternative = range.isAlternative || leaf.type === 'multipart/alternative';
    if (inside) waiting.push(...inside.map(({ start, end }) => ({ start, end, depth: range.depth + 1, isAlternative })).toReversed());
    else leaves.push(leaf);
  }
  return leaves;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly isAlternative: boolean;
}

function leafAt(raw: Buffer, { start, end, isAlternative }: Range): Leaf {
  const bytes = raw.subarray(start, end);
  // A part may begin with its blank line: then it has no headers.
  const bare = /^\r?\n/.exec(bytes.subarray(0, 2).toString('latin1'))?.[0].length ?? 0;
  const head = bare > 0 ? 0 : headEnd(bytes);
  const headers = bare > 0 ? [] : headersOf(bytes);
  const gap = bare || (/^(?:\r\n\r\n|\n\n|\r\r)/.exec(bytes.subarray(head, head + 4).toString('latin1'))?.[0].length ?? 0);
  return { start, body: Math.min(end, start + head + gap), end, headers, type: mediaType(headers), isAlternative };
}

function mediaType(headers: readonly HeaderField[]): string {
  const type = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(?:;|$)/.exec(valueOf(headers, 'content-type'))?.[1];
  return type?.toLowerCase() ?? '';
}

/** A parameter of a header: `boundary`, `charset`. */
export function parameter(value: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2];
}

/** `undefined` when the part is no multipart, or says no boundary. */
function partsIn(raw: Buffer, { headers, type, body, end }: Leaf): readonly { readonly start: number; readonly end: number }[] | undefined {
  const boundary = parameter(valueOf(headers, 'content-type'), 'boundary');
  if (!type.startsWith('multipart/') || !boundary) return undefined;
  const mark = `--${boundary}`;
  const parts: { start: number; end: number }[] = [];
  let start: number | undefined;
  for (let at = nextMark(raw, mark, body, end); at !== undefined; at = nextMark(raw, mark, at + mark.length, end)) {
    if (start !== undefined) parts.push({ start, end: at });
    const isLast = raw.toString('latin1', at + mark.length, at + mark.length + 2) === '--';
    const line = raw.indexOf('\n', at + mark.length);
    start = isLast || line < 0 || line + 1 >= end ? undefined : line + 1;
    if (start === undefined || parts.length > MAX_LEAVES) break;
  }
  if (start !== undefined) parts.push({ start, end });
  return parts.length > 0 ? parts : undefined;
}

function nextMark(raw: Buffer, mark: string, from: number, end: number): number | undefined {
  for (let at = raw.indexOf(mark, from, 'latin1'); at >= 0 && at < end; at = raw.indexOf(mark, at + 1, 'latin1')) {
    const after = raw[at + mark.length];
    const isLine = at === from || raw[at - 1] === 0x0a || raw[at - 1] === 0x0d;
    // A longer boundary that only begins with this one is another part's.
    if (isLine && (after === undefined || [0x0d, 0x0a, 0x20, 0x09, 0x2d].includes(after))) return at;
  }
  return undefined;
}
