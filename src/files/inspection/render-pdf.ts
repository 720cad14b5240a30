import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { Refusal } from '../../domain/refusal';
import { drawnJpeg } from '../drawn-jpeg';
import { MOST_PIXELS } from './pictures';
import type { PicturesFound, ShowPicture } from './pictures';

export const MOST_PAGES = 10;
/** A4 at about twice its size on screen. */
const PAGE_SIDE = 1700;
/** A card on a page of its own size is enlarged no more than that. */
const MOST_SCALE = 4;
const THUMBNAIL_SIDE = 320;
const QUALITY = 85;

export async function renderPdf(bytes: Buffer, show: ShowPicture): Promise<PicturesFound> {
  const document = await open(bytes);
  if (document.numPages === 0) throw new Refusal('file-damaged', 'The PDF has no page.', { why: 'unreadable' });
  const digest = createHash('sha256');
  let largest = { width: 1, height: 1 };
  for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES); n += 1) {
    const page = await document.getPage(n);
    const canvas = await paint(page);
    page.cleanup();
    if (canvas.width * canvas.height > largest.width * largest.height) largest = { width: canvas.width, height: canvas.height };
    digest.update(`${canvas.width}x${canvas.height}:`).update(canvas.data());
    await show('page', await drawnJpeg(canvas, QUALITY));
    if (n === 1) await show('thumbnail', await drawnJpeg(reduced(canvas), QUALITY));
  }
  return { pixels: digest.digest('hex'), pagesInFile: document.numPages, ...largest };
}

async function open(bytes: Buffer): Promise<PDFDocumentProxy> {
  const library = dirname(dirname(dirname(require.resolve('pdfjs-dist/legacy/build/pdf.mjs'))));
  const folder = (name: string): string => join(library, name) + sep;
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    maxImageSize: MOST_PIXELS,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    verbosity: 0,
  });
  try {
    return await loading.promise;
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'PasswordException') throw new Refusal('pdf-locked', 'The PDF asks for a password.');
    throw fault;
  }
}

async function paint(page: PDFPageProxy): Promise<Canvas> {
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(MOST_SCALE, PAGE_SIDE / Math.max(natural.width, natural.height));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  return canvas;
}

function reduced(canvas: Canvas): Canvas {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(canvas.width, canvas.height));
  const small = createCanvas(Math.max(1, Math.round(canvas.width * scale)), Math.max(1, Math.round(canvas.height * scale)));
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, small.width, small.height);
  return small;
}
