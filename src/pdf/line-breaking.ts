import { lettersOf } from './fonts';
import type { Face } from './fonts';

/** Words in one hand; several make a paragraph. */
export interface Span {
  readonly text: string;
  readonly face: Face;
}

/** How wide a span is, in the unit of the width asked for. */
type Measure = (span: Span) => number;

/** Fills lines one after the other. Breaks at ordinary spaces only; a word wider than a line is broken after a hyphen, else where it must. Nothing is left out. */
export function breakLines(spans: readonly Span[], width: number, measure: Measure): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  let room = width;
  for (const word of wordsOf(spans).flatMap((each) => fitting(each, width, measure))) {
    const line = lines.at(-1) ?? [];
    const wide = widthOf(word.pieces, measure);
    const gap = line.length > 0 && word.gap ? measure(word.gap) : 0;
    if (line.length > 0 && gap + wide > room) {
      lines.push([...word.pieces]);
      room = width - wide;
    } else {
      line.push(...(gap && word.gap ? [word.gap] : []), ...word.pieces);
      room -= gap + wide;
    }
  }
  return lines.filter((line) => line.length > 0).map(joined);
}

interface Word {
  /** The space before the word, in the hand it was typed in. */
  readonly gap?: Span | undefined;
  /** A word may change hand half-way: « sur 5, commande » with the comma light. */
  readonly pieces: readonly Span[];
}

function wordsOf(spans: readonly Span[]): readonly Word[] {
  const words: { gap?: Span | undefined; pieces: Span[] }[] = [];
  let gap: Span | undefined;
  let isOpen = false;
  for (const { text, face } of spans) {
    for (const part of text.split(/( +)/).filter(Boolean)) {
      const isSpace = part.startsWith(' ');
      if (isSpace) gap = { text: ' ', face };
      else if (isOpen) words.at(-1)?.pieces.push({ text: part, face });
      else words.push({ gap, pieces: [{ text: part, face }] });
      isOpen = !isSpace;
    }
  }
  return words;
}

function fitting(word: Word, width: number, measure: Measure): readonly Word[] {
  if (widthOf(word.pieces, measure) <= width) return [word];
  const parts = partsOf(word, (text) => text.split(/(?<=[-\u2010])/));
  return parts.length > 1 ? parts.flatMap((part) => fitting(part, width, measure)) : partsOf(word, lettersOf);
}

function partsOf({ gap, pieces }: Word, cut: (text: string) => readonly string[]): readonly Word[] {
  const parts = pieces.flatMap(({ text, face }) => cut(text).map((part) => ({ text: part, face })));
  return parts.map((part, index) => ({ gap: index === 0 ? gap : undefined, pieces: [part] }));
}

function widthOf(spans: readonly Span[], measure: Measure): number {
  return spans.reduce((sum, span) => sum + measure(span), 0);
}

function joined(line: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const span of line) {
    const last = spans.at(-1);
    if (last?.face === span.face) spans[spans.length - 1] = { face: span.face, text: last.text + span.text };
    else spans.push(span);
  }
  return spans;
}
