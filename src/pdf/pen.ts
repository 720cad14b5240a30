import type { Font } from 'fontkit';
import { fontOf, runsOf } from './fonts';
import type { FontFile, Run } from './fonts';
import { breakLines } from './line-breaking';
import type { Span } from './line-breaking';

/** One set line: what stands in it, its size in points, its width in millimetres. */
export interface Line {
  readonly runs: readonly Run[];
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

export function createPen(doc: PDFKit.PDFDocument): Pen {
  const registered = new Set<FontFile>();

  const take = (font: FontFile, size: number): void => {
    if (!registered.has(font)) doc.registerFont(font, fontOf(font));
    registered.add(font);
    doc.font(font, size);
  };

  const widthOf = (runs: readonly Run[], size: number): number => {
    const widths = runs.map((run) => {
      take(run.font, size);
      return doc.widthOfString(run.text, { characterSpacing: trackingOf(size) });
    });
    return inMillimetres(widths.reduce((sum, width) => sum + width, 0));
  };

  return {
    lines(spans, size, width) {
      const measure = (span: Span) => widthOf(runsOf(span.text, span.face), size);
      return breakLines(spans.map(printable), width, measure).map((line) => {
        const spoken = withSpace(line);
        const blank = measure({ text: ' ', face: line.at(-1)?.face ?? 'text' });
        const runs = spoken.flatMap((span) => runsOf(span.text, span.face));
        return { runs, size, width: widthOf(runs, size) - blank };
      });
    },
    write(line, { x, baseline, align = 'left' }) {
      let at = { left: x, center: x - line.width / 2, right: x - line.width }[align];
      for (const run of line.runs) {
        take(run.font, line.size);
        doc.text(run.text, inPoints(at), inPoints(baseline), {
          lineBreak: false,
          baseline: 'alphabetic',
          characterSpacing: trackingOf(line.size),
        });
        at = inMillimetres(doc.x);
      }
    },
  };
}

/** To the tenth, a hair's breadth: longer numbers weigh more than the words they place. */
export function inPoints(millimetres: number): number {
  return Math.round((millimetres * 720) / 25.4) / 10;
}

export function inMillimetres(points: number): number {
  return (points * 25.4) / 72;
}

/** A space nobody sees ends each line: else a screen reader, which hears no line end, says « RangFFauteuil12 ». */
function withSpace(line: readonly Span[]): readonly Span[] {
  return line.map((span, index) => (index === line.length - 1 ? { ...span, text: `${span.text} ` } : span));
}

/** Large titles are set a little closer, as on the web pages. */
function trackingOf(size: number): number {
  return size >= 20 ? size * -0.015 : 0;
}

/** Our fonts have neither the narrow space nor the hyphen that doesn't break; a name typed on some machines comes with loose accents. */
function printable(span: Span): Span {
  const text = span.text
    .normalize('NFC')
    .replace(/[\u2007\u2009\u202f]/g, '\u00a0')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
  return { ...span, text };
}
