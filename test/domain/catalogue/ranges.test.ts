import { readLabels, writeLabels } from '../../../src/domain/catalogue/ranges';

test.each([
  'Loge Royale',
  'Orchestre A',
  'Loge n° 2',
  'Loge-2',
  'Nord-Sud',
  'Loge présidentielle',
  'Av. 3',
  'Loge de l’Auteur',
  '7bis',
  'Baignoire',
])('« %s » is the name of one row', (name) => {
  expect(readLabels(name)).toEqual([name]);
  expect(readLabels(writeLabels([name, 'B']))).toEqual(expect.arrayContaining([name, 'B']));
});

test('a name typed with its accents apart is the same name', () => {
  expect(readLabels('Loge é'.normalize('NFD'))).toEqual(['Loge é']);
});

test.each([
  'AA-AC',
  'A1-A9',
  'H-A',
  'Loge 1-8',
  'Loge 1-Loge 8',
  'Loge A-Loge C',
  '101-90',
  'a-h',
  'Loge-',
  '-2',
  'A/B',
  'Loge\n2',
  'Loge du directeur adjoint',
  '',
])('%j is no name and no range that is read', (text) => {
  expect(readLabels(text)).toBeUndefined();
});

test('ranges read as before', () => {
  expect(readLabels('A-C, E')).toEqual(['A', 'B', 'C', 'E']);
  expect(readLabels('1-7/2, 9')).toEqual(['1', '3', '5', '7', '9']);
});
