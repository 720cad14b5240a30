import type { Bidi } from 'bidi-js';
import type { Span } from '../line-breaking';
import { LONG_RIGHT_TO_LEFT, readsRightToLeft } from './right-to-left';

export type Direction = 'ltr' | 'rtl';

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
