import type { Bidi } from 'bidi-js';
import { isOurFile, runsOf } from './fonts';
import type { Run } from './fonts';
import type { Span } from './line-breaking';
import type { FurtherFonts } from './scripts/further-fonts';
import { stretchesOf, turned } from './scripts/reading-order';
import type { Direction } from './scripts/reading-order';
import { readsRightToLeft } from './scripts/right-to-left';

/** A piece of a line in one font. The pieces stand in the order in which they are read. */
export interface LineRun extends Run {
  readonly direction?: Direction;
  /** Where it stands from the left, on a line that has two directions. */
  readonly place?: number;
}

export function lineRuns(line: readonly Span[], direction: Direction, further: FurtherFonts): readonly LineRun[] {
  const { bidi } = further;
  if (bidi && line.some(({ text }) => readsRightToLeft(text))) return turnedRuns(line, { direction, further, bidi });
  return withSpace(line).flatMap(({ text, face }) => runsOf(text, face, further.nameFor));
}

interface Turning {
  readonly direction: Direction;
  readonly further: FurtherFonts;
  readonly bidi: Bidi;
}

function turnedRuns(line: readonly Span[], { direction, further, bidi }: Turning): readonly LineRun[] {
  const runs = stretchesOf(line, direction, bidi).flatMap(({ text, face, direction: way, place }): readonly LineRun[] => {
    const pieces = runsOf(text, face, further.nameFor);
    return pieces.map((run, index) => ({
      font: run.font,
      text: way === 'rtl' && isOurFile(run.font) ? turned(run.text, bidi) : run.text,
      direction: way,
      place: place + (way === 'rtl' ? pieces.length - 1 - index : index) / pieces.length,
    }));
  });
  const [blank] = runsOf(' ', line.at(-1)?.face ?? 'text');
  return blank ? [...runs, { ...blank, place: Infinity }] : runs;
}

/** A space nobody sees ends each line: else a screen reader, which hears no line end, says « RangFFauteuil12 ». */
function withSpace(line: readonly Span[]): readonly Span[] {
  return line.map((span, index) => (index === line.length - 1 ? { ...span, text: `${span.text} ` } : span));
}
