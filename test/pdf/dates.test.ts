import { clock, longDay, shortDay } from '../../src/pdf/dates';

const inParis = (at: string) => ({ at, zone: 'Europe/Paris' });

describe('dates on a ticket', () => {
  it('follows the venue’s clock, not ours: summer, winter, and the Antilles', () => {
    expect(clock(inParis('2027-01-16T19:30:00Z'), 'fr')).toBe('20\u00a0h\u00a030');
    expect(clock(inParis('2027-07-16T18:30:00Z'), 'fr')).toBe('20\u00a0h\u00a030');
    expect(clock({ at: '2027-07-17T00:30:00Z', zone: 'America/Martinique' }, 'fr')).toBe('20\u00a0h\u00a030');
    expect(longDay({ at: '2027-07-17T00:30:00Z', zone: 'America/Martinique' }, 'fr')).toBe('vendredi 16\u00a0juillet 2027');
  });

  it('writes the full hour, the first of the month and five past as French does', () => {
    expect(clock(inParis('2027-01-16T19:00:00Z'), 'fr')).toBe('20\u00a0h');
    expect(clock(inParis('2027-01-16T19:05:00Z'), 'fr')).toBe('20\u00a0h\u00a005');
    expect(longDay(inParis('2027-05-01T18:00:00Z'), 'fr')).toBe('samedi 1er\u00a0mai 2027');
  });

  it('writes English dates and hours', () => {
    expect(longDay(inParis('2027-01-16T19:30:00Z'), 'en')).toBe('Saturday 16\u00a0January 2027');
    expect(shortDay(inParis('2027-05-01T18:00:00Z'), 'en')).toBe('1\u00a0May 2027');
    expect(['2027-01-16T19:30:00Z', '2027-01-16T11:00:00Z', '2027-01-15T23:15:00Z'].map((at) => clock(inParis(at), 'en'))).toEqual([
      '8.30\u00a0pm',
      '12\u00a0pm',
      '12.15\u00a0am',
    ]);
  });

  it('does not print a date that is none', () => {
    expect(() => clock(inParis('16/01/2027'), 'fr')).toThrow('16/01/2027');
    expect(() => clock({ at: '2027-01-16T19:30:00Z', zone: 'Europe/Valcour' }, 'fr')).toThrow('Europe/Valcour');
  });
});
