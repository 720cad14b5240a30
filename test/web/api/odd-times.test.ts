import { UtcInstant } from '../../../src/web/api/fields';

it.each(['9999-12-31T23:59:59-14:00', '0000-01-01T00:00:00+01:00'])('%s leads out of the years of four figures', (at) => {
  expect(UtcInstant.safeParse(at).error?.issues).toHaveLength(1);
});

it.each(['demain', '2027-02-30T20:00:00Z', ''])('« %s » is no time', (at) => {
  expect(UtcInstant.safeParse(at).error?.issues.length).toBeGreaterThan(0);
});

it.each([
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ['2027-01-16T20:30:00+01:00', '2027-01-16T19:30:00.000Z'],
])('%s is %s', (at, utc) => expect(UtcInstant.parse(at)).toBe(utc));
