import type { Font, Glyph } from 'fontkit';

/** A word as pdfkit sets it: its positions are those of the sheet, a thousandth of the size each. */
interface SetWord {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly object[];
  readonly advanceWidth: number;
}

/** A font within one document, of pdfkit: it remembers words as long as the document is made. */
interface FontInDocument {
  layoutRun(word: string, features?: unknown): SetWord;
}

/**
 * Shaping is most of what a ticket costs, and tickets say much the same: lets the documents of a process share the words of the font
 * that was taken last.
 */
export function shareWords(doc: PDFKit.PDFDocument, font: Font): void {
  const inDocument: unknown = Reflect.get(doc, '_font');
  if (!isFontInDocument(inDocument)) throw new TypeError('pdfkit keeps its fonts in another way.');
  const shape = inDocument.layoutRun.bind(inDocument);
  const known = wordsOf(font);
  inDocument.layoutRun = (word, features) => {
    if (features) return shape(word, features);
    const set = known.get(word) ?? measured(shape(word));
    // Words of an evening are a few hundred; names and titles come and go.
    if (known.size > MOST_REMEMBERED) known.clear();
    known.set(word, set);
    return set;
  };
}

function isFontInDocument(value: unknown): value is FontInDocument {
  return typeof value === 'object' && value !== null && 'layoutRun' in value && typeof value.layoutRun === 'function';
}

const MOST_REMEMBERED = 3000;

const remembered = new WeakMap<Font, Map<string, SetWord>>();

function wordsOf(font: Font): Map<string, SetWord> {
  const known = remembered.get(font) ?? new Map<string, SetWord>();
  remembered.set(font, known);
  return known;
}

/** fontkit adds the width up each time that it is asked for. */
function measured({ glyphs, positions, advanceWidth }: SetWord): SetWord {
  return { glyphs, positions, advanceWidth };
}
