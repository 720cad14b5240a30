import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import PDFKit from 'pdfkit';
import sharp from 'sharp';

/** Papers as spectators send them, and some that nobody should send. Made when asked for; all the people are invented. */

/** Léa's student card, photographed with the phone held upright: the pixels lie on their side and EXIF says so. */
export async function studentCard(): Promise<Buffer> {
  return sharp(Buffer.from(cardDrawing('ROUSSEL Léa', 'Année universitaire 2026-2027')))
    .withExif({ IFD0: { Artist: 'Léa Roussel' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 24/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export function cardDrawing(holder: string, year: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
    <rect width="900" height="600" fill="#b9b09d"/>
    <rect x="90" y="90" width="720" height="420" rx="24" fill="#ffffff"/>
    <rect x="90" y="90" width="720" height="90" rx="24" fill="#274a7d"/>
    <rect x="130" y="220" width="160" height="200" fill="#c7ced8"/>
    <g font-family="sans-serif" font-size="36" fill="#1b1b1b"><text x="330" y="260">CARTE D’ÉTUDIANT</text><text x="330" y="320">${holder}</text>
    <text x="330" y="380" font-size="26">${year}</text></g></svg>`;
}

/** A certificate of schooling, one paragraph a page. */
export async function certificate(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFKit({ size: 'A4', ...options });
  for (let n = 1; n <= pages; n += 1) {
    if (n > 1) document.addPage();
    document.fontSize(22).text('Certificat de scolarité').moveDown();
    document.fontSize(13).text(`Léa Roussel est inscrite en licence de lettres modernes, année universitaire 2026-2027. Page ${n}.`);
  }
  document.end();
  return Buffer.concat(await chunksOf(document));
}

export async function pdfMadeBy(change: (document: PDFDocument) => unknown): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Attestation');
  await change(document);
  return Buffer.from(await document.save({ useObjectStreams: true }));
}

/** A PDF written by hand, for what no library would write: `catalog` goes into the catalogue, `more` behind the page. */
export function handWrittenPdf(catalog: string, more = ''): Buffer {
  return Buffer.from(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R ${catalog} >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
${more}
trailer << /Root 1 0 R /Size 9 >>
%%EOF
`);
}

/** A PNG of a few bytes whose header claims 30,000 by 30,000 pixels. */
export function pictureBomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(1024));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Begins as an iPhone's photo does, and goes on as none. */
export function brokenHeic(): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(2000)]);
}

/** A file that came from outside, as it came. */
export function sentFile(name: 'card.heic' | 'one-pixel.png' | 'owner-password-only.pdf' | 'photo.webp' | 'sixty-pages.pdf'): Buffer {
  return readFileSync(join(__dirname, 'sent', name));
}

/** Forms that draw one another: the first draws the second ten times, and so on, `depth` deep; the last draws `what`. */
export function nestedForms(depth: number, what = '0 0 10 10 re f'): Buffer {
  const forms = Array.from({ length: depth }, (_, n) => {
    const content = n === depth - 1 ? what : '/X Do '.repeat(10);
    const resources = n === depth - 1 ? '' : `/Resources << /XObject << /X ${11 + n} 0 R >> >>`;
    return `${10 + n} 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 600 900] ${resources} /Length ${content.length} >> stream\n${content}\nendstream endobj`;
  });
  const page = '/Contents 4 0 R /Resources << /XObject << /X 10 0 R >> >> /MediaBox';
  const more = ['4 0 obj << /Length 5 >> stream\n/X Do\nendstream endobj', ...forms].join('\n');
  return Buffer.from(handWrittenPdf('', more).toString().replace('/MediaBox', page));
}

/** A Word file: a ZIP whose one entry says so. */
export function wordFile(): Buffer {
  const name = Buffer.from('[Content_Types].xml');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const content = Buffer.from(`<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, name, content]);
}

/** The same picture, made exactly that long by what stands behind its end. */
export function padded(picture: Buffer, length: number): Buffer {
  return Buffer.concat([picture, Buffer.alloc(length - picture.length, 0x20)]);
}

async function chunksOf(source: AsyncIterable<unknown>): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return chunks;
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
