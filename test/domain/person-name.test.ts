import { isPersonName, personName } from '../../src/domain/person-name';

test.each(['Camille Roussel', 'Aïcha O’Neil', 'Łucja Żak', 'Νίκος', '李', 'X'])('« %s » is a name', (name) => {
  expect(isPersonName(name)).toBe(true);
});

test.each(['', '  ', '\u200B', '\u202Eeniram', 'Eve\r\nBcc: x@courriel.example', 'a\u0000b', '\uD800', '…'])('%j is none', (name) => {
  expect(isPersonName(name)).toBe(false);
});

test.each([
  ['Lefe\u0300vre', 'Lef\u00e8vre'],
  ['\u2068Camille Roussel\u2069', 'Camille Roussel'],
  ['\u200eNour\u200f \u202aHaddad\u202c', 'Nour Haddad'],
  ['\ufeffMarie\u200b Li\u00adse', 'Marie Lise'],
  [' Roussel\tCamille ', 'Roussel Camille'],
  ['Jean\u200d', 'Jean'],
])('%j is kept as %j', (typed, kept) => {
  expect(personName(typed)).toBe(kept);
});

test.each(['ශ්‍රී', 'फातिमा', 'فاطمه‌زهرا', 'Zoé 👩‍👧 Martin', 'Nguyễn Thị Ánh', '山田 太郎', 'משה בן־מימון'])(
  '« %s » is kept as it is',
  (name) => {
    expect(personName(name)).toBe(name.normalize('NFC'));
  },
);
