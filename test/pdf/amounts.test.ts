import { cents } from '../../src/domain/money';
import { euros, ticketNumber, vatRate } from '../../src/pdf/amounts';

describe('figures on a ticket', () => {
  it('writes euros as each language does', () => {
    expect(euros(cents(2400), 'fr')).toBe('24,00\u00a0€');
    expect(euros(cents(123_405), 'fr')).toBe('1\u00a0234,05\u00a0€');
    expect(euros(cents(123_405), 'en')).toBe('€1,234.05');
  });

  it('writes VAT as the tax code does', () => {
    expect([210, 550, 1000, 2000, 105].map((rate) => vatRate(rate, 'fr'))).toEqual(
      ['2,10', '5,5', '10', '20', '1,05'].map((rate) => `${rate}\u00a0%`),
    );
    expect(vatRate(210, 'en')).toBe('2.10%');
  });

  it('writes ticket numbers in threes', () => {
    expect([7, 12_458, 1_012_458].map(ticketNumber)).toEqual(['000\u00a0007', '012\u00a0458', '1\u00a0012\u00a0458']);
  });
});
