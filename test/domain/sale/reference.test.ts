import { readReference } from '../../../src/domain/sale/reference';

test.each([
  ['TZ9C-WC9D'],
  ['tz9c wc9d'],
  ['TZ9CWC9D'],
  ['TZ9C–WC9D'], // en dash, as a text program makes it
  ['TZ9C—WC9D'],
  ['TZ9C‑WC9D'], // non-breaking hyphen
  ['TZ9C−WC9D'], // minus sign
  ['TZ9C\u00adWC9D'], // soft hyphen
  ['TZ9C\u202fWC9D'],
  ['TZ9C\u200bWC9D'],
  ['\ufeffTZ9C-WC9D.'],
  ['ＴＺ９Ｃ－ＷＣ９Ｄ'], // full width
  [' T Z 9 C - W C 9 D '],
])('%j is read as a reference', (typed) => {
  expect(readReference(typed)).toBe('TZ9C-WC9D');
});

test('letters that are easily taken for digits are read as such', () => {
  expect(readReference('o0il-1111')).toBe('0011-1111');
});

test.each([[''], ['TZ9C'], ['TZ9C-WC9D-1'], ['TZ9C/WC9D'], ['Camille Roussel'], ['ТZ9С-WС9D']])('%j is none', (typed) => {
  expect(readReference(typed)).toBeUndefined();
});
