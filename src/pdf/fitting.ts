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

/** The first frame that holds all of the text; the last one when none does, since text is never cut. */
export function fitted(pen: Pen, spans: readonly Span[], frames: readonly [Frame, ...Frame[]]): readonly Line[] {
  let lines: readonly Line[] = [];
  for (const frame of frames) {
    lines = pen.lines(spans, frame.size, frame.width);
    if (lines.length <= frame.maxLines) break;
  }
  return lines;
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
