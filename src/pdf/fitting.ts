import { lettersOf } from './fonts';
import type { Face } from './fonts';
import type { Span } from './line-breaking';
import { inMillimetres } from './pen';
import type { Line, Pen } from './pen';

export interface Frame {
  /** In millimetres. */
  readonly width: number;
  readonly maxLines: number;
  readonly size: number;
}

/** The first frame that holds all of the text; where none does, the last one, with an ellipsis for what it has no room for. */
export function fitted(pen: Pen, spans: readonly Span[], frames: readonly [Frame, ...Frame[]]): readonly Line[] {
  let last: Frame = frames[0];
  for (const frame of frames) {
    const lines = pen.lines(spans, frame.size, frame.width);
    if (lines.length <= frame.maxLines) return lines;
    last = frame;
  }
  return shortened(pen, spans, last);
}

/** As many letters as the frame holds with an ellipsis after them. */
function shortened(pen: Pen, spans: readonly Span[], { size, width, maxLines }: Frame): readonly Line[] {
  const letters = spans.flatMap(({ text, face }) => lettersOf(text).map((letter) => ({ text: letter, face })));
  const cutAfter = (count: number) => {
    const kept = letters.slice(0, count);
    const [last] = kept.slice(-1);
    return pen.lines(last ? [...kept, { text: '…', face: last.face }] : [], size, width);
  };
  let [held, tooMany] = [0, letters.length];
  while (tooMany - held > 1) {
    const middle = Math.floor((held + tooMany) / 2);
    if (cutAfter(middle).length <= maxLines) held = middle;
    else tooMany = middle;
  }
  return cutAfter(held);
}

/** Draws lines under one another and gives the last baseline. `leading` is a multiple of the size. */
export function writeLines(pen: Pen, lines: readonly Line[], at: TextPlace): number {
  const { x, baseline, leading, align = 'left' } = at;
  let here = baseline;
  lines.forEach((line, index) => {
    if (index > 0) here += inMillimetres(line.size) * leading;
    pen.write(line, { x, baseline: here, align });
  });
  return here;
}

interface TextPlace {
  readonly x: number;
  readonly baseline: number;
  readonly leading: number;
  readonly align?: 'left' | 'right' | 'center';
}

export function inFace(face: Face, text: string): readonly Span[] {
  return [{ text, face }];
}
