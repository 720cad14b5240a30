import { readFile } from 'node:fs/promises';
import type { Bidi } from 'bidi-js';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { isDrawnByOurs, lettersOf } from '../fonts';
import type { Face } from '../fonts';
import { printable } from '../printable';
import { shapedByHarfBuzz } from './harfbuzz';
import { sliceOf } from './noto-slices';
import type { Slice } from './noto-slices';
import { readsRightToLeft } from './right-to-left';

/** What one document needs beyond the ticket's own hands: fonts of other scripts, and how lines from right to left run. */
export interface FurtherFonts {
  /** The name of the font that has all of this letter. */
  readonly nameFor: (letter: string, face: Face) => string | undefined;
  readonly fontOf: (name: string) => Font;
  readonly bidi?: Bidi | undefined;
}

/** Loaded for the texts of one document; most need none. */
export async function furtherFontsFor(texts: readonly string[]): Promise<FurtherFonts> {
  const foreign = texts.filter((text) => FOREIGN.test(text)).map(printable);
  const slices = slicesFor(foreign);
  const bidi = foreign.some(readsRightToLeft) ? (await import('bidi-js')).default() : undefined;
  const fonts = await Promise.all(slices.flatMap((slice) => WEIGHTS.map((weight) => loaded(slice, weight))));
  return {
    nameFor: (letter, face) => {
      const slice = slices.find((each) => has(each, letter));
      return slice && nameOf(slice, face === 'text' ? 400 : 600);
    },
    fontOf: (name) => {
      const found = fonts.find((each) => each.name === name);
      if (!found) throw new RangeError(`The font ${name} was not loaded for this document.`);
      return found.font;
    },
    bidi,
  };
}

/** Beyond Latin, Greek and Cyrillic letters and the signs between words. */
const FOREIGN = /[^\0-\u052f\u1e00-\u2bff]/;

const WEIGHTS = [400, 600] as const;

type Weight = (typeof WEIGHTS)[number];

function slicesFor(texts: readonly string[]): readonly Slice[] {
  const slices: Slice[] = [];
  for (const text of texts) {
    for (const letter of lettersOf(text)) {
      if (isDrawnByOurs(letter) || slices.some((slice) => has(slice, letter))) continue;
      const slice = sliceOf(letter, text);
      if (slice) slices.push(slice);
    }
  }
  return slices;
}

function has({ ranges }: Slice, letter: string): boolean {
  return Array.from(letter).every((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => code >= first && code <= last);
  });
}

interface LoadedFont {
  readonly name: string;
  readonly font: Font;
}

/** Made once a process, while it is asked for: a season's names come from a few dozen slices. */
const made = new Map<string, Promise<LoadedFont>>();
const MOST_KEPT = 120;

function loaded(slice: Slice, weight: Weight): Promise<LoadedFont> {
  const name = nameOf(slice, weight);
  const known = made.get(name);
  if (known) return known;
  if (made.size >= MOST_KEPT) made.clear();
  const font = make(slice, weight);
  made.set(name, font);
  font.catch(() => made.delete(name));
  return font;
}

function nameOf({ name }: Slice, weight: Weight): string {
  return `${name}-${weight}`;
}

/** pdfkit embeds TrueType, and the packages hold web fonts, most of them of every weight. */
async function make(slice: Slice, weight: Weight): Promise<LoadedFont> {
  const { default: subsetFont } = await import('subset-font');
  const harfBuzz = await (await import('harfbuzzjs')).default;
  const variationAxes = slice.isVariable ? { wght: weight } : {};
  const options = { targetFormat: 'truetype', noHinting: true, variationAxes } as const;
  const file = await subsetFont(await readFile(require.resolve(slice.file)), everyLetterOf(slice), options);
  // The outline of a space is empty and may be the file's last: fontkit reads the box of it all the same, beyond the end.
  const font = create(Buffer.concat([file, Buffer.alloc(16)]));
  // The type allows a collection; none of our files is one.
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError(`${slice.name} holds several fonts`);
  return { name: nameOf(slice, weight), font: shapedByHarfBuzz(font, file, harfBuzz) };
}

function everyLetterOf({ ranges }: Slice): string {
  return ranges
    .map(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(''))
    .join('');
}
