import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

/** The three hands of a ticket. */
export type Face = 'title' | 'text' | 'strong';

/** A piece of text that one font can set whole. */
export interface Run {
  readonly font: FontFile;
  readonly text: string;
}

export type FontFile = (typeof CHAINS)[Face][number];

const CHAINS = {
  title: ['spectral-600', 'spectral-600-extended', 'DejaVuSerif-Bold'],
  text: ['source-sans-3-400', 'source-sans-3-400-extended', 'DejaVuSans'],
  strong: ['source-sans-3-600', 'source-sans-3-600-extended', 'DejaVuSans-Bold'],
} as const satisfies Record<Face, readonly [latin: string, extended: string, fallback: string]>;

/** Both halves of a family draw alike, so a Polish name may pass from one to the other; a word in another script is set whole in DejaVu. */
export function runsOf(text: string, face: Face): readonly Run[] {
  const [latin, extended, fallback] = CHAINS[face];
  if (isCovered(text, latin)) return [{ font: latin, text }];
  const runs: Run[] = [];
  for (const word of text.split(/(?<= )/)) {
    const family = Array.from(word).every((character) => covers(latin, character) || covers(extended, character));
    if (!family) append(runs, { font: fallback, text: word });
    else for (const character of word) append(runs, { font: covers(latin, character) ? latin : extended, text: character });
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
  parsed.set(file, font);
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
