import Pdf from 'pdfkit';
import type { Printer, TicketDocument } from '../ports/tickets/printer';
import type { House } from './leaf';
import { drawOuting } from './outing';
import { createPen } from './pen';
import { createPictureCutter, LOGO, PLAN } from './pictures';
import { furtherFontsFor } from './scripts/further-fonts';
import type { FurtherFonts } from './scripts/further-fonts';
import { createSheet, createSilentSheet } from './sheet';
import { createStencil } from './stencil';
import { drawTicket } from './ticket-half';
import { WORDS } from './words';

export function createPrinter(): Printer {
  const pictures = createPictureCutter();
  return {
    async print(document) {
      if (document.tickets.length === 0) throw new RangeError('There is no ticket to print.');
      const { venue, language } = document;
      const logo = venue.logo && (await pictures.fit(venue.logo, LOGO));
      const plan = venue.plan && (await pictures.fit(venue.plan, PLAN));
      const further = await furtherFontsFor(textsIn(document));
      return bound(document, { venue, language, words: WORDS[language], logo, plan }, further);
    },
  };
}

function bound(document: TicketDocument, house: House, further: FurtherFonts): Promise<Buffer> {
  const doc = new Pdf(optionsOf(document));
  const bytes = collected(doc);
  const pen = createPen(doc, further);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const repeatOuting = createStencil(doc, () => drawOuting(createSilentSheet(doc, pen), house));
  for (const [index, ticket] of document.tickets.entries()) {
    doc.addPage();
    const section = doc.struct('Sect');
    root.add(section);
    const sheet = createSheet(doc, pen, section);
    drawTicket(sheet, { ...house, ticket });
    if (index === 0) drawOuting(sheet, house);
    else repeatOuting();
    section.end();
  }
  root.end();
  doc.appendXML(PDF_UA);
  doc.end();
  return bytes;
}

/** All that may be printed: whatever is said of venue and tickets in words. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Says that the file is made for screen readers (ISO 14289-1). pdfkit's own option for it lacks in its types. */
const PDF_UA =
  '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

function optionsOf(document: TicketDocument): PDFKit.PDFDocumentOptions {
  const orders = [...new Set(document.tickets.map((ticket) => ticket.orderReference))];
  return {
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    // Without this pdfkit declares Helvetica, which it doesn't embed.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: document.language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    info: {
      Title: WORDS[document.language].documentTitle(orders.join(', ')),
      Creator: 'Contremarque',
      Producer: 'Contremarque',
      // The file's date and identity come from the tickets, so that printing again after a failure makes the same file.
      CreationDate: lastSale(document),
      Keywords: document.tickets.map((ticket) => ticket.ticketUid).join(' '),
    },
  };
}

function lastSale({ tickets }: TicketDocument): Date {
  return new Date(Math.max(0, ...tickets.map((ticket) => Date.parse(ticket.soldAt))));
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
