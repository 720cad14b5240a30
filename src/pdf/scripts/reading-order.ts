import type { Bidi } from 'bidi-js';
import type { Span } from '../line-breaking';

export type Direction = 'ltr' | 'rtl';

/** Letters that run from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Those that are two units long: bidi-js looks at each unit, and would take both for left to right. */
const LONG_RIGHT_TO_LEFT = /[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

export function readsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** A paragraph runs as its first letter does (Unicode Standard Annex 9, P2). */
export function directionOf(spans: readonly Span[]): Direction {
  for (const { text } of spans) {
    const [first] = /\p{L}/u.exec(text) ?? [];
    if (first !== undefined) return readsRightToLeft(first) ? 'rtl' : 'ltr';
  }
  return 'ltr';
}

/** A piece of a line, in one hand and one direction. */
export interface Stretch extends Span {
  readonly direction: Direction;
  /** Where it stands from the left, among the pieces of its line. */
  readonly place: number;
}

/** The pieces of one line in the order in which they are read (Unicode Standard Annex 9). */
export function stretchesOf(line: readonly Span[], direction: Direction, bidi: Bidi): readonly Stretch[] {
  const text = line.map((span) => span.text).join('');
  const embedding = bidi.getEmbeddingLevels(text.replaceAll(LONG_RIGHT_TO_LEFT, 'אא'), direction);
  const { levels } = embedding;
  const places: number[] = [];
  bidi.getReorderedIndices(text, embedding).forEach((read, seen) => (places[read] = seen));
  const stretches: Stretch[] = [];
  let start = 0;
  for (const span of line) {
    const end = start + span.text.length;
    while (start < end) {
      let next = start + 1;
      while (next < end && levels[next] === levels[start]) next += 1;
      const isReversed = (levels[start] ?? 0) % 2 === 1;
      const place = places[isReversed ? next - 1 : start] ?? 0;
      stretches.push({ text: text.slice(start, next), face: span.face, direction: isReversed ? 'rtl' : 'ltr', place });
      start = next;
    }
  }
  return stretches;
}

/** Signs that a font of ours draws from right to left: brackets turned over, the last one first. */
export function turned(text: string, bidi: Bidi): string {
  return Array.from(text, (sign) => bidi.getMirroredCharacter(sign) ?? sign)
    .toReversed()
    .join('');
}
