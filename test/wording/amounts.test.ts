import { cents } from '../../src/domain/money';
import { euros, percent, ticketNumber, vatRate } from '../../src/wording/amounts';

describe('figures', () => {
  it('writes euros as each language does', () => {
    expect(euros(cents(2400), 'fr')).toBe('24,00\u00a0€');
    expect(euros(cents(123_405), 'fr')).toBe('1\u202f234,05\u00a0€');
    expect(euros(cents(123_405), 'en')).toBe('€1,234.05');
    expect([-1250, -5, 5].map((amount) => euros(cents(amount), 'fr'))).toEqual(['-12,50\u00a0€', '-0,05\u00a0€', '0,05\u00a0€']);
    expect(euros(cents(-1250), 'en')).toBe('-€12.50');
  });

  it('writes a share to a tenth', () => {
    expect([0, 0.125, 1].map((share) => percent(share, 'fr'))).toEqual(['0\u202f%', '12,5\u202f%', '100\u202f%']);
    expect(percent(0.1256, 'en')).toBe('12.6%');
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
