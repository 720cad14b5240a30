import { cleaned, composed, isLine, isParagraph } from '../../src/domain/free-text';

const NOBODY_READS = [
  'a\u0000b',
  'a\u0007b',
  'a\u202Eb',
  'a\u2066b',
  'a\u200Fb',
  'a\u2028b',
  'a\uD800b',
  'a\uFFFFb',
  ' \u200B ',
  '\u3164',
  '\u2800',
  '\u00AD',
];

test.each(NOBODY_READS)('%j is no text', (text) => {
  expect(isLine(text)).toBe(false);
  expect(isParagraph(text)).toBe(false);
});

test.each(['Le Bal des éclusiers', '«\u00A0Quoi\u202F?\u00A0»', '東京物語', 'हिन्दी', 'ไทย', '👩‍👩‍👧', '…', '7'])('%j is a line', (text) => {
  expect(isLine(text)).toBe(true);
});

test('a line is one line, a paragraph may be several; the empty one is both', () => {
  expect([isLine('a\nb'), isLine('a\tb'), isParagraph('a\nb\n\nc')]).toEqual([false, false, true]);
  expect([isLine(''), isParagraph('')]).toEqual([true, true]);
});

test('typed as other machines type, it is kept one way', () => {
  expect(composed(' E\u0301te\u0301\r\nHiver\r ')).toBe('Été\nHiver');
});

test('what comes by mail is cleaned rather than refused', () => {
  expect(cleaned('pé\u0000ri\u202Emé\tdepuis juin\u200B')).toBe('périmé depuis juin');
  expect(cleaned(' \u200B\u3164 ')).toBe('');
});
