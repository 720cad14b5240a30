import { readFileSync } from 'node:fs';

/** A part of a Noto web font: the publisher cuts each family into slices by ranges of letters. */
export interface Slice {
  readonly name: string;
  /** Its place among the packages. */
  readonly file: string;
  /** Whether the file holds every weight; one that holds a single weight serves for all. */
  readonly isVariable: boolean;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** One family a script, of one slice each. */
const SCRIPTS = [
  'noto-sans-adlam',
  'noto-sans-arabic',
  'noto-sans-bengali',
  'noto-sans-cherokee',
  'noto-sans-devanagari',
  'noto-sans-ethiopic',
  'noto-sans-gujarati',
  'noto-sans-gurmukhi',
  'noto-sans-hebrew',
  'noto-sans-javanese',
  'noto-sans-kannada',
  'noto-sans-khmer',
  'noto-sans-lao',
  'noto-sans-malayalam',
  'noto-sans-myanmar',
  'noto-sans-nko',
  'noto-sans-ol-chiki',
  'noto-sans-oriya',
  'noto-sans-sinhala',
  'noto-sans-syriac',
  'noto-sans-tamil',
  'noto-sans-telugu',
  'noto-sans-thaana',
  'noto-sans-thai',
  'noto-serif-tibetan',
] as const;

/** A hundred slices each. They share most Chinese characters and draw them each in their own way. */
const CHINESE = 'noto-sans-sc';
const JAPANESE = 'noto-sans-jp';
const KOREAN = 'noto-sans-kr';

/** The slice that has all of a letter, its marks included. `text` says in which country's way it is drawn. */
export function sliceOf(letter: string, text: string): Slice | undefined {
  const codePoints = Array.from(letter, (sign) => sign.codePointAt(0) ?? 0);
  return orderFor(text)
    .flatMap((family) => slicesOf(family))
    .find(({ ranges }) => codePoints.every((code) => ranges.some(([first, last]) => code >= first && code <= last)));
}

function orderFor(text: string): readonly string[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [...SCRIPTS, JAPANESE, CHINESE, KOREAN];
  if (/\p{Script=Hangul}/u.test(text)) return [...SCRIPTS, KOREAN, CHINESE, JAPANESE];
  return [...SCRIPTS, CHINESE, JAPANESE, KOREAN];
}

const read = new Map<string, readonly Slice[]>();

function slicesOf(family: string): readonly Slice[] {
  const known = read.get(family);
  if (known) return known;
  const ranges: Readonly<Record<string, string>> = JSON.parse(readFileSync(require.resolve(`${packageOf(family)}/unicode.json`), 'utf8'));
  const slices = Object.entries(ranges)
    .filter(([slice]) => !LATIN.includes(slice))
    .map(([slice, text]) => sliceIn(family, slice, text));
  read.set(family, slices);
  return slices;
}

/** Every family brings Latin letters of its own, which the ticket has better. */
const LATIN: readonly string[] = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'];

/** `[12]` is the twelfth slice, `thai` the one of that name; the ranges are written « U+0E01-0E5B,U+25CC ». */
function sliceIn(family: string, slice: string, text: string): Slice {
  const name = `${family}-${slice.replaceAll(/[[\]]/g, '')}`;
  const ranges = text.split(',').map((range): readonly [number, number] => {
    const [first = 0, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [first, last];
  });
  const isVariable = !OF_ONE_WEIGHT.includes(family);
  return { name, file: `${packageOf(family)}/files/${name}-${isVariable ? 'wght' : '400'}-normal.woff2`, isVariable, ranges };
}

/** Published in one weight only. */
const OF_ONE_WEIGHT: readonly string[] = ['noto-sans-nko'];

function packageOf(family: string): string {
  return OF_ONE_WEIGHT.includes(family) ? `@fontsource/${family}` : `@fontsource-variable/${family}`;
}
