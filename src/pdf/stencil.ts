/**
 * Draws once what the following pages all show, and lays it on each of them: twenty tickets of an order carry one plan and one page of advice.
 * It counts as an ornament, since the first page of the order has said it to screen readers already.
 */
export function createStencil(doc: PDFKit.PDFDocument, draw: () => void): () => void {
  let made: Stencil | undefined;
  return () => {
    made ??= make(doc, draw);
    const { page } = doc;
    // A page may be made of several streams, read as one; its own comes first.
    Object.assign(page.dictionary.data, { Contents: [page.content, made.content] });
    Object.assign(page.fonts, made.fonts);
    Object.assign(page.xobjects, made.xobjects);
  };
}

interface Stencil {
  readonly content: PDFKit.PDFKitReference;
  readonly fonts: object;
  readonly xobjects: object;
}

function make(doc: PDFKit.PDFDocument, draw: () => void): Stencil {
  const { page } = doc;
  const own = page.content;
  const content = doc.ref({});
  page.content = content;
  doc.markContent('Artifact', { type: 'Pagination' });
  draw();
  doc.endMarkedContent();
  page.content = own;
  content.finalize();
  return { content, fonts: { ...page.fonts }, xobjects: { ...page.xobjects } };
}
