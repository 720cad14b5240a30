import Pdf from 'pdfkit';
import { fontOf } from '../../src/pdf/fonts';
import { inFace } from '../../src/pdf/fitting';
import { createPen } from '../../src/pdf/pen';
import { furtherFontsFor } from '../../src/pdf/scripts/further-fonts';

const TITLE = inFace('title', 'La Mouette ne dort jamais');

describe('words that tickets share', () => {
  it('sets a word once for all documents of the process', async () => {
    const font = fontOf('spectral-600');
    const shape = jest.spyOn(font, 'layout');
    const [first] = (await penOfADocument()).lines(TITLE, 18, 120);
    expect(shape).toHaveBeenCalled();
    shape.mockClear();
    const [second] = (await penOfADocument()).lines(TITLE, 18, 120);
    expect(shape).not.toHaveBeenCalled();
    expect(second).toEqual(first);
    shape.mockRestore();
  });

  it('measures a word alike in every size and document', async () => {
    const [small] = (await penOfADocument()).lines(TITLE, 9, 120);
    const [large] = (await penOfADocument()).lines(TITLE, 18, 120);
    expect(large?.width).toBeCloseTo(2 * (small?.width ?? 0));
  });

  it('sets a line once for all tickets of a document', async () => {
    const pen = await penOfADocument();
    expect(pen.lines(TITLE, 18, 120)).toBe(pen.lines(inFace('title', 'La Mouette ne dort jamais'), 18, 120));
    expect(pen.lines(TITLE, 18, 40)).not.toHaveLength(1);
  });

  it('reads the outline of a letter once', () => {
    const [eAcute] = fontOf('source-sans-3-400').glyphsForString('é');
    const again = fontOf('source-sans-3-400').getGlyph(eAcute?.id ?? 0);
    const read = (glyph: object): unknown => Reflect.apply(Reflect.get(glyph, '_decode'), glyph, []);
    expect(read(again)).toBe(read(again));
  });
});

async function penOfADocument() {
  return createPen(new Pdf({ autoFirstPage: true, font: '' }), await furtherFontsFor([]));
}
