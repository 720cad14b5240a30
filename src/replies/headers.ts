import { keptAddress } from '../domain/mail-address';

/** One header field: the name in lower case, the value unfolded, otherwise as it came. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Beyond this no honest mail has headers; what follows is not looked at. */
const MAX_HEAD = 256 * 1024;

/** Where the header block ends, in bytes, the blank line not included. */
export function headEnd(raw: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n', '\r\r'].map((blank) => raw.indexOf(blank)).filter((at) => at >= 0);
  return Math.min(raw.length, MAX_HEAD, ...ends);
}

/** The header fields in their order, from the top: trace headers are trusted by position. */
export function headersOf(raw: Buffer): readonly HeaderField[] {
  const head = raw
    .subarray(0, headEnd(raw))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const lines = head.split(/\r\n|\n|\r/);
  const fields: { name: string; value: string }[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    const field = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line);
    if (/^[ \t]/.test(line) && last) last.value += ` ${line.trim()}`;
    else if (field?.[1]) fields.push({ name: field[1].toLowerCase(), value: (field[2] ?? '').trim() });
  }
  return fields;
}

export function valuesOf(headers: readonly HeaderField[], name: string): readonly string[] {
  return headers.filter((field) => field.name === name).map((field) => field.value);
}

export function valueOf(headers: readonly HeaderField[], name: string): string {
  return valuesOf(headers, name)[0] ?? '';
}

/** The addresses of a header, as ours are kept, whatever stands around them: for recipients only, never for a sender. */
export function addressesIn(value: string): readonly string[] {
  return (value.match(/[^\s<>,;:"()[\]]{1,64}@[^\s<>,;:"()[\]]{1,255}/g) ?? []).map(keptAddress);
}

/** Message-IDs of In-Reply-To or References, without the brackets. Exchange and iOS put commas between them. */
export function messageIdsIn(value: string): readonly string[] {
  return (value.match(/[^\s<>,]+@[^\s<>,]+/g) ?? []).slice(0, 100);
}
