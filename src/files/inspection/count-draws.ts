import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib';
import { Refusal } from '../../domain/refusal';

/** A plan of a town draws some thousands of symbols; a paper that a person can read draws far less. */
const MOST_DRAWS = 50_000;
/** `/Name Do` draws a form or a picture, `/Name scn` fills with a pattern (ISO 32000-1, 8.8 to 8.10). */
const DRAW = /\/([^\s/<>[\](){}%]+)\s+(?:Do|scn|SCN)\b/g;
const KINDS = ['XObject', 'Pattern'] as const;

/**
 * A form may draw another one ten times, and that one a third ten times: twelve such forms of a few hundred bytes are a
 * thousand thousand million drawings. Counted on paper, each form once, before anything is drawn.
 */
export function refuseEndlessDrawing(document: PDFDocument, pages: number): void {
  const counted = new Map<PDFStream, number>();
  for (const page of document.getPages().slice(0, pages)) {
    const draws = drawsIn(contentOf(page), resourcesOf(page.node, undefined), counted);
    if (draws > MOST_DRAWS) throw new Refusal('file-damaged', 'The page draws without end.', { why: 'nested' });
  }
}

function drawsIn(content: string, resources: PDFDict | undefined, counted: Map<PDFStream, number>): number {
  let draws = 0;
  for (const [, name = ''] of content.matchAll(DRAW)) {
    draws += 1 + drawsOf(named(resources, name), resources, counted);
    if (draws > MOST_DRAWS) break;
  }
  return draws;
}

function drawsOf(form: PDFStream | undefined, around: PDFDict | undefined, counted: Map<PDFStream, number>): number {
  if (!form) return 0;
  const known = counted.get(form);
  if (known !== undefined) return known;
  // One that draws itself counts as nothing while it is being counted: readers do not follow it either.
  counted.set(form, 0);
  const draws = drawsIn(textOf(form), resourcesOf(form.dict, around), counted);
  counted.set(form, draws);
  return draws;
}

function named(resources: PDFDict | undefined, name: string): PDFStream | undefined {
  for (const kind of KINDS) {
    const folder = resources?.lookup(PDFName.of(kind));
    const found = folder instanceof PDFDict ? folder.lookup(PDFName.of(name)) : undefined;
    if (found instanceof PDFStream && found.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')) return found;
  }
  return undefined;
}

function resourcesOf(dict: PDFDict, around: PDFDict | undefined): PDFDict | undefined {
  const own = 'Resources' in dict && typeof dict.Resources === 'function' ? inherited(dict) : dict.lookup(PDFName.of('Resources'));
  return own instanceof PDFDict ? own : around;
}

/** A page without resources has those of the pages above it. */
function inherited(dict: PDFDict): PDFObject | undefined {
  const [resources, parent] = [dict.lookup(PDFName.of('Resources')), dict.lookup(PDFName.of('Parent'))];
  return resources ?? (parent instanceof PDFDict ? inherited(parent) : undefined);
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  return streams.map((stream) => (stream instanceof PDFStream ? textOf(stream) : '')).join('\n');
}

function textOf(stream: PDFStream): string {
  if (!(stream instanceof PDFRawStream)) return Buffer.from(stream.getContents()).toString('latin1');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
