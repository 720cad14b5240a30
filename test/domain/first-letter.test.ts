import { deName } from '../../src/domain/first-letter';

test.each([
  ['Sophie Marchand', 'de Sophie Marchand'],
  ['Accueil', 'd’Accueil'],
  ['Élodie', 'd’Élodie'],
  ['Œnone', 'd’Œnone'],
  ['Hélène', 'd’Hélène'],
  ['Yves', 'd’Yves'],
  ['Yann', 'de Yann'],
])('the part of %s is %s', (name, words) => {
  expect(deName(name)).toBe(words);
});
