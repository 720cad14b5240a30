import { isUtf8 } from 'node:buffer';

/**
 * The charset that these bytes are in, where it is not the one that the mail says or says nothing of: programs forget
 * to say it, or say another one. `undefined`: as declared.
 */
export function charsetInFact(bytes: Buffer, declared: string | undefined): string | undefined {
  if (!hasHighBytes(bytes)) return undefined;
  const named = declared?.toLowerCase().replaceAll(/[^a-z0-9]/g, '') ?? '';
  if (WESTERN.has(named)) return isUtf8(bytes) ? 'utf-8' : asWindows(bytes, named);
  if (!UNSAID.has(named) && isKnown(declared)) return undefined;
  if (isUtf8(bytes)) return 'utf-8';
  return isDamagedUtf8(bytes) ? 'utf-8' : GUESSES.find((charset) => reads(bytes, charset));
}

const WESTERN = new Set(['iso88591', 'iso885915', 'latin1', 'latin9', 'windows1252', 'cp1252', 'ansi']);
/** Nothing was said, or what a program says without knowing: mailparser reads all of these as UTF-8. */
const UNSAID = new Set(['', 'ascii', 'usascii', 'utf8', 'unknown', 'unknown8bit', 'xunknown', 'default', 'none']);
const GUESSES = ['windows-1252', 'macintosh'] as const;
/** What French and its neighbours write beyond ASCII. Anything else says that the guess is wrong. */
const WRITTEN = /^[\u00A0-\u00FFœŒÿŸ€’‘‚“”„«»‹›–—…•™]*$/;
const RARE =
  /[\u00A1\u00A4-\u00A6\u00A8\u00AC\u00AE\u00AF\u00B1\u00B3-\u00B6\u00B8\u00B9\u00BC-\u00BE\u00D0\u00D2\u00D5\u00D7\u00DE\u00F0\u00F7\u00FE]/;

/** C1 controls are written by nobody: the bytes 80 to 9F are those of Windows. */
function asWindows(bytes: Buffer, named: string): string | undefined {
  return named.startsWith('iso') || named.startsWith('latin')
    ? bytes.some((byte) => byte >= 0x80 && byte < 0xa0)
      ? 'windows-1252'
      : undefined
    : undefined;
}

function hasHighBytes(bytes: Buffer): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

function isKnown(charset: string | undefined): boolean {
  try {
    return charset !== undefined && new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}

/** More good signs of UTF-8 than broken ones: cut or bitten, but nothing else. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return good > broken;
}

function reads(bytes: Buffer, charset: (typeof GUESSES)[number]): boolean {
  const high = new TextDecoder(charset).decode(bytes).replaceAll(/[\0-\u007F]/g, '');
  return WRITTEN.test(high) && !RARE.test(high);
}
