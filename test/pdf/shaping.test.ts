import { fontOf } from '../../src/pdf/fonts';

describe('a font that remembers', () => {
  const font = fontOf('DejaVuSans');

  it('sets a word as it did the first time, whatever the first caller did with its positions', () => {
    const first = font.layout('Μήδεια');
    const widths = first.positions.map(({ xAdvance }) => xAdvance);
    for (const position of first.positions) position.xAdvance /= 2;
    expect(font.layout('Μήδεια').positions.map(({ xAdvance }) => xAdvance)).toEqual(widths);
  });

  it('measures what its caller scaled, as pdfkit expects', () => {
    const run = font.layout('Чайка');
    const width = run.advanceWidth;
    for (const position of run.positions) position.xAdvance /= 2;
    expect(run.advanceWidth).toBeCloseTo(width / 2);
  });
});
