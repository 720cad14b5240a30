import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFInvalidObject, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { Refusal } from '../../domain/refusal';
import { refuseEndlessDrawing } from './count-draws';
import { MOST_PIXELS } from './pictures';
import type { PicturesFound, ShowPicture } from './pictures';
import { MOST_PAGES, renderPdf } from './render-pdf';

/** Keys and names by which a PDF does something, or carries something, that a paper cannot (ISO 32000-1, 7.11.4, 12.6.4). */
const ACTIVE_KEYS: readonly string[] = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'Launch'];
const ACTIVE_NAMES: readonly string[] = ['JavaScript', 'Launch', 'EmbeddedFile', 'ImportData', 'SubmitForm', 'Rendition', 'RichMedia'];
/** An opening that only turns to a page is in half of all PDFs. */
const HARMLESS_OPENINGS: readonly string[] = ['GoTo', 'Named'];

/** Refuses what is locked, active or out of proportion, then shows the pages as pictures. */
export async function inspectPdf(bytes: Buffer, show: ShowPicture): Promise<PicturesFound> {
  const document = await open(bytes);
  const found = activeContent(document);
  if (found) throw new Refusal('pdf-active', 'The PDF is more than a paper: it runs or carries something.', { found });
  refuseLargePictures(document);
  refuseEndlessDrawing(document, MOST_PAGES);
  return renderPdf(bytes, show);
}

/** Many certificates carry an owner's password alone, which forbids printing or changing: anybody opens them, by the empty one. */
async function open(bytes: Buffer): Promise<PDFDocument> {
  const options = { updateMetadata: false, warnOnInvalidObjects: false };
  try {
    return await PDFDocument.load(bytes, options);
  } catch (fault) {
    if (!(fault instanceof EncryptedPDFError)) throw fault;
  }
  try {
    return await PDFDocument.load(bytes, { ...options, password: '' });
  } catch {
    throw new Refusal('pdf-locked', 'The PDF does not open without a password.');
  }
}

function activeContent(document: PDFDocument): string | undefined {
  const opening = document.catalog.lookup(PDFName.of('OpenAction'));
  if (opening instanceof PDFDict && !HARMLESS_OPENINGS.includes(nameIn(opening, 'S') ?? '')) return 'OpenAction';
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const found = activeIn(object);
    if (found) return found;
  }
  return undefined;
}

/** Walks what is written inside one object; what it refers to is an object of its own and has its own turn. */
function activeIn(object: PDFObject): string | undefined {
  if (object instanceof PDFInvalidObject) return activeWord(object);
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    // One by one: spread arguments overflow the stack when the array is long.
    if (next instanceof PDFArray) for (const each of next.asArray()) waiting.push(each);
    const dict = next instanceof PDFStream ? next.dict : next;
    if (!(dict instanceof PDFDict)) continue;
    const found = activeEntry(dict);
    if (found) return found;
    waiting.push(...dict.values());
  }
  return undefined;
}

/** What this library cannot parse, others repair: its names are looked for as they are written (`#4a` is a J). */
function activeWord(object: PDFInvalidObject): string | undefined {
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  const text = bytes.toString('latin1').replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const names = Array.from(text.matchAll(/\/([A-Za-z]+)/g), ([, name = '']) => name);
  return names.find((name) => ACTIVE_KEYS.includes(name) || ACTIVE_NAMES.includes(name));
}

function activeEntry(dict: PDFDict): string | undefined {
  const key = dict.keys().find((each) => ACTIVE_KEYS.includes(each.decodeText()));
  if (key) return key.decodeText();
  return [nameIn(dict, 'S'), nameIn(dict, 'Type'), nameIn(dict, 'Subtype')].find(
    (name) => name !== undefined && ACTIVE_NAMES.includes(name),
  );
}

/** A picture above the limit would simply be missing from the page that staff see. */
function refuseLargePictures(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream) || nameIn(object.dict, 'Subtype') !== 'Image') continue;
    const [width, height] = [numberIn(object.dict, 'Width'), numberIn(object.dict, 'Height')];
    if (width * height > MOST_PIXELS) {
      throw new Refusal('image-too-large', 'A picture in the PDF has too many pixels.', { limit: MOST_PIXELS, width, height });
    }
  }
}

function numberIn(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function nameIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}
