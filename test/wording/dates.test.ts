import { createCalendar, dateWording } from '../../src/wording/dates';

const paris = createCalendar('fr', 'Europe/Paris');
const english = createCalendar('en', 'Europe/Paris');
const WINTER = '2027-01-16T19:30:00Z';

it('follows the venue’s clock, not ours: summer, winter, and the Antilles', () => {
  expect(paris.time(WINTER)).toBe('20\u00a0h\u00a030');
  expect(paris.time('2027-07-16T18:30:00Z')).toBe('20\u00a0h\u00a030');
  const antilles = createCalendar('fr', 'America/Martinique');
  expect(antilles.fullMoment('2027-07-17T00:30:00Z')).toBe('vendredi 16\u00a0juillet 2027 à\u00a020\u00a0h\u00a030');
});

it('writes the full hour, the first of the month and five past as French does', () => {
  expect(paris.time('2027-01-16T19:00:00Z')).toBe('20\u00a0h');
  expect(paris.time('2027-01-16T19:05:00Z')).toBe('20\u00a0h\u00a005');
  expect(paris.fullDate('2027-05-01T18:00:00Z')).toBe('samedi 1er\u00a0mai 2027');
  expect(paris.briefMoment('2026-12-01T11:00:00Z')).toBe('mar. 1er\u00a0déc., 12\u00a0h');
  expect(english.briefMoment('2026-12-01T11:00:00Z')).toBe('Tue 1\u00a0Dec, 12\u00a0pm');
});

it('says a moment in each length', () => {
  expect(paris.weekdayMoment(WINTER)).toBe('samedi 16\u00a0janvier à\u00a020\u00a0h\u00a030');
  expect(paris.moment(WINTER)).toBe('16\u00a0janvier à\u00a020\u00a0h\u00a030');
  expect(paris.briefMoment(WINTER)).toBe('sam. 16\u00a0janv., 20\u00a0h\u00a030');
  expect([paris.date(WINTER), paris.day(WINTER)]).toEqual(['16\u00a0janvier 2027', '16\u00a0janvier']);
  expect([paris.isEvening(WINTER), paris.isEvening('2027-01-16T14:00:00Z')]).toEqual([true, false]);
});

it('writes English dates and hours', () => {
  expect(english.fullDate(WINTER)).toBe('Saturday 16\u00a0January 2027');
  expect(english.date('2027-05-01T18:00:00Z')).toBe('1\u00a0May 2027');
  expect([WINTER, '2027-01-16T11:00:00Z', '2027-01-15T23:15:00Z'].map((at) => english.time(at))).toEqual([
    '8.30\u00a0pm',
    '12\u00a0pm',
    '12.15\u00a0am',
  ]);
});

it('does not print a date that is none', () => {
  expect(() => paris.time('16/01/2027')).toThrow('16/01/2027');
  expect(() => createCalendar('fr', 'Europe/Valcour').time(WINTER)).toThrow('Europe/Valcour');
});

it('says a date in both languages, where the venue stands', () => {
  expect(dateWording('2027-05-01T18:00:00Z', 'Europe/Paris')).toEqual({ fr: '1er\u00a0mai 2027', en: '1\u00a0May 2027' });
  expect(dateWording('2027-01-31T23:30:00Z', 'Europe/Paris').fr).toBe('1er\u00a0février 2027');
  expect(dateWording('2027-01-11T23:30:00Z', 'Europe/Paris').fr).toBe('12\u00a0janvier 2027');
});
