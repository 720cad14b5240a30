import { array, assert, constantFrom, integer, property, record, string } from 'fast-check';
import { breakLines } from '../../src/pdf/line-breaking';
import type { Span } from '../../src/pdf/line-breaking';

const oneEach = ({ text }: Span) => text.length;
const text = (words: string): Span => ({ text: words, face: 'text' });
const strong = (words: string): Span => ({ text: words, face: 'strong' });
const letters = (all: string) => all.replaceAll(' ', '');
const written = (lines: readonly (readonly Span[])[]) => lines.map((line) => line.map((span) => span.text).join(''));

describe('breaking a text into lines', () => {
  it('fills each line and leaves no space at its ends', () => {
    expect(written(breakLines([text('Le bar ouvre une heure avant')], 12, oneEach))).toEqual(['Le bar ouvre', 'une heure', 'avant']);
  });

  it('keeps a price with its sign', () => {
    expect(written(breakLines([text('il reste 10,00\u00a0€ à payer')], 13, oneEach))).toEqual(['il reste', '10,00\u00a0€ à', 'payer']);
  });

  it('does not part a comma from the bold word before it', () => {
    const lines = breakLines([strong('E-billet'), text(', commande')], 12, oneEach);
    expect(lines).toEqual([[strong('E-billet'), text(',')], [text('commande')]]);
  });

  it('breaks a word that is wider than the line, and loses none of it', () => {
    expect(written(breakLines([text('à anticonstitutionnellement')], 10, oneEach))).toEqual(['à anticons', 'titutionne', 'llement']);
  });

  it('breaks it after a hyphen where it has one', () => {
    expect(written(breakLines([text('Montmorency-Laval')], 13, oneEach))).toEqual(['Montmorency-', 'Laval']);
    expect(written(breakLines([text('Marie-Anne de Montmorency-Laval-Artagnan')], 14, oneEach))).toEqual([
      'Marie-Anne de',
      'Montmorency-',
      'Laval-Artagnan',
    ]);
  });

  it('parts no letter from its marks', () => {
    expect(written(breakLines([text('X\u0302X\u0302X\u0302')], 3, oneEach))).toEqual(['X\u0302', 'X\u0302', 'X\u0302']);
    expect(written(breakLines([text('กำปั้น')], 3, oneEach))).toEqual(['กำ', 'ปั้', 'น']);
  });

  it('never loses a letter and never passes the margin', () => {
    const spans = array(
      record({
        text: string({ unit: constantFrom('a', 'é', ' ', '\u00a0', ',', '-') }),
        face: constantFrom('text' as const, 'strong' as const),
      }),
    );
    assert(
      property(spans, integer({ min: 1, max: 20 }), (some, width) => {
        const lines = written(breakLines(some, width, oneEach));
        expect(letters(lines.join(''))).toBe(letters(some.map((span) => span.text).join('')));
        expect(lines.every((line) => line.length <= width)).toBe(true);
      }),
    );
  });
});
