import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { rememberingFont } from './shaping';

/** The three hands of a ticket. */
export type Face = 'title' | 'text' | 'strong';

/** A piece of text that one font can set whole. */
export interface Run {
  readonly font: FontFile;
  readonly text: string;
}

export type FontFile = (typeof CHAINS)[Face][number];

/** The parts of one family draw alike and are mixed letter by letter; the last font of a chain is another family. */
const CHAINS = {
  title: ['spectral-600', 'spectral-600-extended', 'spectral-600-vietnamese', 'DejaVuSerif-Bold'],
  text: ['source-sans-3-400', 'source-sans-3-400-extended', 'source-sans-3-400-vietnamese', 'DejaVuSans'],
  strong: ['source-sans-3-600', 'source-sans-3-600-extended', 'source-sans-3-600-vietnamese', 'DejaVuSans-Bold'],
} as const satisfies Record<Face, readonly [latin: string, extended: string, vietnamese: string, fallback: string]>;

/** A name in Polish keeps the ticket's own hand; a word in another script, or with one letter of it, is set whole in DejaVu. */
export function runsOf(text: string, face: Face): readonly Run[] {
  const [latin, extended, vietnamese, fallback] = CHAINS[face];
  if (isCovered(text, latin)) return [{ font: latin, text }];
  const runs: Run[] = [];
  for (const word of text.split(/(?<= )/)) {
    const letters = Array.from(word, (letter) => ({ letter, font: [latin, extended, vietnamese].find((part) => covers(part, letter)) }));
    const isOurs = letters.every(({ font }) => font !== undefined);
    for (const { letter, font } of letters) append(runs, { font: (isOurs && font) || fallback, text: letter });
  }
  return runs;
}

/** Read and parsed once a process: parsing again for each ticket costs ten times what the ticket does. */
export function fontOf(file: FontFile): Font {
  const known = parsed.get(file);
  if (known) return known;
  const font = create(readFileSync(pathOf(file)));
  // The type allows a collection; none of our files is one.
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError(`${file} holds several fonts`);
  parsed.set(file, rememberingFont(font));
  return font;
}

const parsed = new Map<FontFile, Font>();

function pathOf(file: FontFile): string {
  return file.startsWith('DejaVu') ? require.resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`) : join(__dirname, 'fonts', `${file}.ttf`);
}

function isCovered(text: string, file: FontFile): boolean {
  return Array.from(text).every((character) => covers(file, character));
}

function covers(file: FontFile, character: string): boolean {
  const font = fontOf(file);
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

function append(runs: Run[], next: Run): void {
  const last = runs.at(-1);
  if (last?.font === next.font) runs[runs.length - 1] = { font: next.font, text: last.text + next.text };
  else runs.push(next);
}
