import { probablyMeant } from '../../src/domain/mail-address-hint';

test.each([
  ['camille@gmial.com', 'camille@gmail.com'],
  ['camille@gmai.com', 'camille@gmail.com'],
  ['camille@gmail.con', 'camille@gmail.com'],
  ['camille@gmail.co', 'camille@gmail.com'],
  ['camille@gmaill.com', 'camille@gmail.com'],
  ['Camille.R@Hotmial.fr', 'Camille.R@hotmail.fr'],
  ['c@ornage.fr', 'c@orange.fr'],
  ['c@wanado.fr', 'c@wanadoo.fr'],
  ['c@laposte.ne', 'c@laposte.net'],
  ['camille@gmial.con', 'camille@gmail.com'],
  ['camille@gmai.co', 'camille@gmail.com'],
  ['c@hotmial.rf', 'c@hotmail.fr'],
  ['c@oragne.f', 'c@orange.fr'],
  ['c@lapsote.ner', 'c@laposte.net'],
])('%s: was %s meant?', (typed, meant) => {
  expect(probablyMeant(typed)).toBe(meant);
});

test.each([
  ['camille@gmail.com'],
  ['camille@theatre.example'],
  ['c@GMAIL.com'],
  ['c@yahoo.com'],
  ['c@fee.com'],
  ['c@fee.fi'],
  ['c@mail.com'],
  ['c@ymail.com'],
  ['c@email.com'],
  ['c@gmx.de'],
  ['c@outlook.be'],
  ['c@yahoo.co.uk'],
  ['c@live.nl'],
  ['c@orange.example'],
  ['c@range.ch'],
  ['nobody'],
  ['@gmail.con'],
])('nothing is asked about %s', (typed) => {
  expect(probablyMeant(typed)).toBeUndefined();
});
