import { isPersonName } from '../../src/domain/person-name';

test.each(['Camille Roussel', 'Aïcha O’Neil', 'Łucja Żak', 'Νίκος', '李', 'X'])('« %s » is a name', (name) => {
  expect(isPersonName(name)).toBe(true);
});

test.each(['', '  ', '\u200B', '\u202Eeniram', 'Eve\r\nBcc: x@courriel.example', 'a\u0000b', '\uD800', '…'])('%j is none', (name) => {
  expect(isPersonName(name)).toBe(false);
});
