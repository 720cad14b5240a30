import type { Font, Glyph, GlyphRun } from 'fontkit';
import type { HarfBuzz } from 'harfbuzzjs';

/** Asks for a run from right to left: the OpenType feature that such a run has switched on. */
export const RIGHT_TO_LEFT = 'rtlm' as const;

/**
 * The same font, set by HarfBuzz: fontkit breaks off on some marks of Telugu, Malayalam and Khmer, and puts vowels of Thai and
 * Burmese in the wrong place. It remembers, since a ticket measures a name several times.
 */
export function shapedByHarfBuzz(font: Font, file: Uint8Array, harfBuzz: HarfBuzz): Font {
  const empty = font.layout('');
  const known = new Map<string, ReturnType<typeof shape>>();
  const layout: Font['layout'] = (text, features) => {
    const isReversed = Array.isArray(features) && features.includes(RIGHT_TO_LEFT);
    const key = `${isReversed}${text}`;
    const set = known.get(key) ?? shape(text, isReversed, { font, file, harfBuzz });
    if (known.size > MOST_REMEMBERED) known.clear();
    known.set(key, set);
    // pdfkit scales the positions that it is given in place, so each caller gets its own; the width is read through them.
    const positions = set.positions.map((position) => ({ ...position }));
    const run: GlyphRun = Object.create(empty, { glyphs: { value: set.glyphs }, positions: { value: positions } });
    return run;
  };
  return Object.assign(font, { layout, createSubset: subsetByMeaning(font) });
}

const MOST_REMEMBERED = 500;

interface Tools {
  readonly font: Font;
  readonly file: Uint8Array;
  readonly harfBuzz: HarfBuzz;
}

function shape(text: string, isReversed: boolean, { font, file, harfBuzz }: Tools) {
  const shaped = shapedGlyphs(text, isReversed, { file, harfBuzz });
  const letters = lettersOfGlyphs(text, shaped);
  return {
    glyphs: shaped.map(({ g }, index) => glyphSaying(font, g, letters[index] ?? '')),
    positions: shaped.map(({ ax, ay, dx, dy }) => ({ xAdvance: ax, yAdvance: ay, xOffset: dx, yOffset: dy })),
  };
}

type ShapedGlyph = ReturnType<ReturnType<HarfBuzz['createBuffer']>['json']>[number];

/**
 * What each glyph says to who copies or searches the page. The letters of a syllable are dealt out in their order over its glyphs
 * that have a width, whatever these look like: a wide glyph that said nothing would be taken for a space.
 */
function lettersOfGlyphs(text: string, glyphs: readonly ShapedGlyph[]): readonly string[] {
  const starts = [...new Set(glyphs.map(({ cl }) => cl))].toSorted((a, b) => a - b);
  const says = glyphs.map(() => '');
  for (const [index, start] of starts.entries()) {
    const places = glyphs.flatMap(({ cl }, place) => (cl === start ? [place] : []));
    const wide = places.filter((place) => glyphs[place]?.ax !== 0);
    const speaking = wide.length > 0 ? wide : places;
    const syllable = text.slice(start, starts[index + 1]);
    const letters = Array.from(syllable.length < speaking.length ? syllable.normalize('NFD') : syllable);
    const isReversed = (glyphs[0]?.cl ?? 0) > (glyphs.at(-1)?.cl ?? 0);
    const inOrder = isReversed ? speaking.toReversed() : speaking;
    inOrder.forEach((place, turn) => {
      says[place] = letters.slice(turn, turn + 1 < inOrder.length ? turn + 1 : undefined).join('');
    });
  }
  return says;
}

/** The file is handed over anew each time, since what HarfBuzz holds is in no collector's reach. */
function shapedGlyphs(text: string, isReversed: boolean, { file, harfBuzz }: Omit<Tools, 'font'>) {
  const blob = harfBuzz.createBlob(file);
  const face = harfBuzz.createFace(blob, 0);
  const font = harfBuzz.createFont(face);
  const buffer = harfBuzz.createBuffer();
  try {
    buffer.addText(text);
    buffer.guessSegmentProperties();
    if (isReversed) buffer.setDirection('rtl');
    harfBuzz.shape(font, buffer);
    return buffer.json();
  } finally {
    for (const held of [buffer, font, face, blob]) held.destroy();
  }
}

/** A mark that is said with its letter; nothing at all would be read as the number of the glyph. */
const SILENT = [0];

/** The same shape may say different letters, so each of its meanings has a name of its own. */
function glyphSaying(font: Font, id: number, letters: string): Glyph {
  const drawn = font.getGlyph(id);
  const codePoints = letters === '' ? SILENT : Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
  const own = { id: `${id}:${letters}`, codePoints, advanceWidth: drawn.advanceWidth };
  const glyph: Glyph = Object.create(shape, Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { value }])));
  return glyph;
}

/** pdfkit writes down once a glyph which letters it stands for: here, once a meaning. */
function subsetByMeaning(font: Font): Font['createSubset'] {
  const createSubset = font.createSubset.bind(font);
  return () => {
    const subset = createSubset();
    const glyphs: unknown = Reflect.get(subset, 'glyphs');
    if (!Array.isArray(glyphs)) throw new TypeError('fontkit keeps the glyphs of a subset in another way.');
    const places = new Map<unknown, number>(glyphs.map((id, place) => [id, place]));
    // The parts of a letter (its accent, its dot) are asked for by their number.
    const includeGlyph = (meaning: unknown): number => {
      const place = places.get(meaning) ?? glyphs.push(Number.parseInt(String(meaning), 10)) - 1;
      places.set(meaning, place);
      return place;
    };
    return Object.assign(subset, { includeGlyph });
  };
}
