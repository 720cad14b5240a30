import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { rememberingOutlines } from './outlines';
import { readsRightToLeft } from './scripts/right-to-left';

/** The three hands of a ticket. */
export type Face = 'title' | 'text' | 'strong';

/** A piece of text that one font can set whole. */
export interface Run {
  /** One of our files, or of the further fonts of the document. */
  readonly font: string;
  readonly text: string;
}

export type FontFile = (typeof CHAINS)[Face][number];

/** The further font that has all of a letter, where one was loaded for the document. */
type NameFor = (letter: string, face: Face) => string | undefined;

/** The parts of one family draw alike and are mixed letter by letter; the fonts after them are another family. */
const CHAINS = {
  title: ['spectral-600', 'spectral-600-extended', 'spectral-600-vietnamese', 'DejaVuSerif-Bold', 'DejaVuSans-Bold'],
  text: ['source-sans-3-400', 'source-sans-3-400-extended', 'source-sans-3-400-vietnamese', 'DejaVuSans'],
  strong: ['source-sans-3-600', 'source-sans-3-600-extended', 'source-sans-3-600-vietnamese', 'DejaVuSans-Bold'],
} as const satisfies Record<Face, readonly [latin: string, extended: string, vietnamese: string, fallback: string, last?: string]>;

/** A name in Polish keeps the ticket's own hand; a word in another script, or with one letter of it, is set whole in its font. */
export function runsOf(text: string, face: Face, nameFor: NameFor = () => undefined): readonly Run[] {
  const [latin, extended, vietnamese, ...others] = CHAINS[face];
  if (isCovered(text, latin)) return [{ font: latin, text }];
  const runs: Run[] = [];
  for (const word of text.split(/(?<= )/)) {
    const letters = lettersOf(word).map((letter) => ({
      letter,
      ours: [latin, extended, vietnamese].find((part) => isCovered(letter, part)),
    }));
    const isOurs = letters.every(({ ours }) => ours !== undefined);
    const whole = isOurs ? undefined : others.find((font) => !isBetterDrawnElsewhere(word) && isCovered(word, font));
    for (const { letter, ours } of letters) {
      const font = whole ?? ours ?? nameFor(letter, face) ?? others.find((other) => isCovered(letter, other)) ?? others[0];
      append(runs, { font, text: letter });
    }
  }
  return runs;
}

/** Signs with the marks that they carry and the joiners that bind them. */
export function lettersOf(text: string): readonly string[] {
  return text.match(/\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu) ?? [];
}

/** Whether no further font is needed for it. */
export function isDrawnByOurs(letter: string): boolean {
  return !isBetterDrawnElsewhere(letter) && CHAINS.text.some((font) => isCovered(letter, font));
}

/** DejaVu has letters of these, but lacks marks and forms that their names need; and fontkit turns N’Ko, which is turned already. */
function isBetterDrawnElsewhere(text: string): boolean {
  return readsRightToLeft(text) || /\p{Script=Lao}/u.test(text);
}

/** Read and parsed once a process: parsing again for each ticket costs ten times what the ticket does. */
export function fontOf(file: FontFile): Font {
  const known = parsed.get(file);
  if (known) return known;
  const font = create(readFileSync(pathOf(file)));
  // The type allows a collection; none of our files is one.
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError(`${file} holds several fonts`);
  parsed.set(file, rememberingOutlines(font));
  return font;
}

/** Whether a run's font is one of our files. */
export function isOurFile(font: string): font is FontFile {
  return OUR_FILES.has(font);
}

const OUR_FILES: ReadonlySet<string> = new Set(Object.values(CHAINS).flat());

const parsed = new Map<FontFile, Font>();

function pathOf(file: FontFile): string {
  return file.startsWith('DejaVu') ? require.resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`) : join(__dirname, 'fonts', `${file}.ttf`);
}

function isCovered(text: string, file: FontFile): boolean {
  const font = fontOf(file);
  return Array.from(text).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

function append(runs: Run[], next: Run): void {
  const last = runs.at(-1);
  if (last?.font === next.font) runs[runs.length - 1] = { font: next.font, text: last.text + next.text };
  else runs.push(next);
}
