import { PDFDocument } from '@cantoo/pdf-lib';
import type { ProofDocument } from '../ports/proofs/proof-files';

/** The longer side of A4, in points. */
const PAGE_SIDE = 841.89;

/** Our pictures as one file: the picture itself when there is one, else a PDF with one picture a page and nothing more. */
export async function bindPages(pages: readonly Buffer[]): Promise<ProofDocument> {
  const [first] = pages;
  if (first && pages.length === 1) return { extension: 'jpg', mime: 'image/jpeg', content: first };
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const jpeg of pages) {
    const picture = await document.embedJpg(jpeg);
    const { width, height } = picture.scaleToFit(PAGE_SIDE, PAGE_SIDE);
    document.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  }
  return { extension: 'pdf', mime: 'application/pdf', content: Buffer.from(await document.save()) };
}
