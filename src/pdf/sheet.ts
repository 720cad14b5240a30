import { inPoints } from './pen';
import type { Pen } from './pen';
import type { Picture } from './pictures';

/** What a screen reader is told a block is. */
export type Tag = 'H1' | 'H2' | 'H3' | 'P';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A black rectangle of a grid, in the grid's own squares. */
export interface Patch {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

/** One A4 page. Positions are millimetres from its top left corner. */
export interface Sheet extends Pen, Ink {
  /** One block of the page's structure; blocks are read in the order in which they are drawn. */
  block(tag: Tag, draw: () => void): void;
  /** A drawing that carries meaning, with its words for those who don't see it. */
  figure(alternative: string, box: Box, draw: () => void): void;
  /** Ink that says nothing to a screen reader. */
  ornament(draw: () => void): void;
}

interface Ink {
  rule(from: Point, to: Point): void;
  dottedRule(from: Point, to: Point): void;
  blackBox(box: Box): void;
  /** For text on a black box. */
  inWhite(draw: () => void): void;
  /** As large as the box allows. It is embedded once, however many pages show it. */
  picture(picture: Picture, box: Box): void;
  patches(box: Box, gridSize: number, patches: readonly Patch[]): void;
}

export function createSheet(doc: PDFKit.PDFDocument, pen: Pen, section: PDFKit.PDFStructureElement): Sheet {
  return {
    ...pen,
    ...inkOf(doc),
    block(tag, draw) {
      section.add(doc.struct(tag, {}, [draw]));
    },
    figure(alternative, box, draw) {
      const options = { alt: alternative, bbox: corners(box) };
      section.add(doc.struct('Figure', options, [draw]));
    },
    ornament(draw) {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
  };
}

/** For what a screen reader has already read on an earlier page: nothing drawn here is in the structure. */
export function createSilentSheet(doc: PDFKit.PDFDocument, pen: Pen): Sheet {
  return { ...pen, ...inkOf(doc), block: (_tag, draw) => draw(), figure: (_alternative, _box, draw) => draw(), ornament: (draw) => draw() };
}

function inkOf(doc: PDFKit.PDFDocument): Ink {
  return {
    rule(from, to) {
      line(doc, from, to).lineWidth(0.75).undash().stroke();
    },
    dottedRule(from, to) {
      line(doc, from, to).lineWidth(0.75).dash(0.75, { space: 1.1 }).stroke();
    },
    blackBox({ x, y, width, height }) {
      doc.rect(inPoints(x), inPoints(y), inPoints(width), inPoints(height)).fill('black');
    },
    inWhite(draw) {
      doc.fillColor('white');
      draw();
      doc.fillColor('black');
    },
    picture({ dataUri }, { x, y, width, height }) {
      doc.image(dataUri, inPoints(x), inPoints(y), { fit: [inPoints(width), inPoints(height)], valign: 'center' });
    },
    patches(box, gridSize, patches) {
      doc.save();
      // Whole numbers in the grid's own unit are a third of the bytes of millimetres.
      doc.translate(inPoints(box.x), inPoints(box.y)).scale(inPoints(box.width) / gridSize, inPoints(box.height) / gridSize);
      for (const { row, column, width, height } of patches) doc.rect(column, row, width, height);
      doc.fill('black').restore();
    },
  };
}

function line(doc: PDFKit.PDFDocument, from: Point, to: Point): PDFKit.PDFDocument {
  return doc.moveTo(inPoints(from.x), inPoints(from.y)).lineTo(inPoints(to.x), inPoints(to.y));
}

function corners({ x, y, width, height }: Box): readonly number[] {
  return [inPoints(x), inPoints(y), inPoints(x + width), inPoints(y + height)];
}
