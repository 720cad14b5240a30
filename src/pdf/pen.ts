import type { Font } from 'fontkit';
import { fontOf, isOurFile, runsOf } from './fonts';
import { breakLines } from './line-breaking';
import type { Span } from './line-breaking';
import { lineRuns } from './line-runs';
import type { LineRun } from './line-runs';
import { printable } from './printable';
import type { FurtherFonts } from './scripts/further-fonts';
import { RIGHT_TO_LEFT } from './scripts/harfbuzz';
import { directionOf } from './scripts/reading-order';
import { shareWords } from './shaping';

/** One set line: what stands in it, its size in points, its width in millimetres. */
export interface Line {
  readonly runs: readonly LineRun[];
  readonly size: number;
  readonly width: number;
}

interface Place {
  readonly x: number;
  readonly baseline: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** Sets and draws text on the current page. Positions are millimetres from the top left corner, sizes are points. */
export interface Pen {
  lines(spans: readonly Span[], size: number, width: number): readonly Line[];
  write(line: Line, place: Place): void;
}

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a parsed font as it is, which its types don't say; a file it would parse again for each document. */
      registerFont(name: string, font: Font): this;
    }
  }
}

export function createPen(doc: PDFKit.PDFDocument, further: FurtherFonts): Pen {
  const registered = new Set<string>();

  const take = (name: string, size: number): void => {
    if (registered.has(name)) doc.font(name, size);
    else register(name, size);
  };

  const register = (name: string, size: number): void => {
    const font = isOurFile(name) ? fontOf(name) : further.fontOf(name);
    doc.registerFont(name, font).font(name, size);
    // A further font remembers its words itself, since it sets one and the same letter in several ways.
    if (isOurFile(name)) shareWords(doc, font);
    registered.add(name);
  };

  /** The width at a size of one: most words are measured several times, in several sizes. */
  const unitWidths = new Map<string, number>();
  const unitWidthOf = (run: LineRun): number => {
    return remembered(unitWidths, `${run.font} ${run.direction ?? ''} ${run.text}`, () => {
      take(run.font, 1);
      return doc.widthOfString(run.text, featuresOf(run));
    });
  };

  const widthOf = (runs: readonly LineRun[], size: number): number => {
    const widths = runs.map((run) => unitWidthOf(run) * size + spacingOf(run, size) * (run.text.length - 1));
    return inMillimetres(widths.reduce((sum, width) => sum + width, 0));
  };

  /** The tickets of one order say much the same, and each part of a ticket tries several sizes. */
  const set = new Map<string, readonly Line[]>();
  const linesOf: Pen['lines'] = (spans, size, width) => {
    const plain = spans.map((span) => ({ ...span, text: printable(span.text) }));
    const direction = directionOf(plain);
    const measure = ({ text, face }: Span) => widthOf(runsOf(text, face, further.nameFor), size);
    return breakLines(plain, width, measure).map((line) => {
      const runs = lineRuns(line, direction, further);
      const blank = runs.slice(-1).map(({ font }) => ({ font, text: ' ' }));
      return { runs, size, width: widthOf(runs, size) - widthOf(blank, size) };
    });
  };

  const draw = (run: LineRun, size: number, at: Place): void => {
    take(run.font, size);
    doc.text(run.text, inPoints(at.x), inPoints(at.baseline), {
      ...featuresOf(run),
      characterSpacing: spacingOf(run, size),
      lineBreak: false,
      baseline: 'alphabetic',
    });
  };

  return {
    lines: (spans, size, width) => remembered(set, JSON.stringify([spans, size, width]), () => linesOf(spans, size, width)),
    write({ runs, size, width }, { x, baseline, align = 'left' }) {
      let at = { left: x, center: x - width / 2, right: x - width }[align];
      if (runs.every(({ place }) => place === undefined)) {
        for (const run of runs) {
          draw(run, size, { x: at, baseline });
          at = inMillimetres(doc.x);
        }
        return;
      }
      const starts = new Map<LineRun, number>();
      for (const run of runs.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0))) {
        starts.set(run, at);
        at += widthOf([run], size);
      }
      for (const run of runs) draw(run, size, { x: starts.get(run) ?? at, baseline });
    },
  };
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** To the tenth, a hair's breadth: longer numbers weigh more than the words they place. */
export function inPoints(millimetres: number): number {
  return Math.round((millimetres * 720) / 25.4) / 10;
}

export function inMillimetres(points: number): number {
  return (points * 25.4) / 72;
}

function featuresOf({ font, direction }: LineRun) {
  return direction === 'rtl' && !isOurFile(font) ? { features: [RIGHT_TO_LEFT] } : {};
}

/** Letters of other scripts hang together: space between them would tear them. */
function spacingOf({ font, direction }: LineRun, size: number): number {
  return isOurFile(font) && direction !== 'rtl' ? trackingOf(size) : 0;
}

/** Large titles are set a little closer, as on the web pages. */
function trackingOf(size: number): number {
  return size >= 20 ? size * -0.015 : 0;
}
