import { readGridFile, writeGridFile } from '../../../src/domain/catalogue/grid-file';
import { inJson, refuseGrid } from '../../../src/domain/catalogue/price-grid';
import { RefusedEntry } from '../../../src/domain/catalogue/refused-entry';

const GRID = [
  { category: '1', tariff: 'PLEIN', price: 2400, fee: 150 },
  { category: '1', tariff: 'ETUD', price: null },
];

test('a grid opens in a French spreadsheet, and comes back as it left', () => {
  const file = writeGridFile(GRID);
  expect(file).toBe('\uFEFFcatégorie;tarif;prix;frais\r\n1;PLEIN;24,00;1,50\r\n1;ETUD;;\r\n');
  expect(readGridFile(Buffer.from(file))).toMatchObject(GRID.map((cell, index) => ({ ...cell, line: index + 2 })));
});

test('an older spreadsheet saves windows-1252, another one commas', () => {
  const latin = Buffer.from('catégorie;tarif;prix\r\nPoulailler d’été;PLEIN;1 024,5 €\r\n'.replace('’', "'").replace('€', ''), 'latin1');
  expect(readGridFile(latin)).toMatchObject([{ category: "Poulailler d'été", tariff: 'PLEIN', price: 102_450 }]);
  expect(readGridFile(Buffer.from('category,tariff,price,fee\n1,PLEIN,"24,00",0.5\n'))).toMatchObject([{ price: 2400, fee: 50 }]);
});

test.each(['utf16le', 'utf16be'] as const)('« Texte Unicode » of a spreadsheet is read, tabs and all (%s)', (encoding) => {
  const file = Buffer.from('\uFEFFcatégorie\ttarif\tprix\tfrais\r\nOrchestre\tPLEIN\t24,00\t1,50\r\n', 'utf16le');
  const cells = readGridFile(encoding === 'utf16le' ? file : file.swap16());
  expect(cells).toMatchObject([{ category: 'Orchestre', tariff: 'PLEIN', price: 2400, fee: 150, line: 2 }]);
});

test('a file of its titles alone is a fault of its second line', () => {
  expect(faultsOf(() => readGridFile(Buffer.from('catégorie;tarif;prix;frais\n')))).toEqual([[2, 1]]);
});

test('a price with a proof that is above every price without one is a fault of its cell', () => {
  const known = { categories: ['1'], tariffs: ['PLEIN', 'ETUD', 'JEUNE'], reduced: ['ETUD', 'JEUNE'], full: ['PLEIN'] };
  const prices = (etud: number, plein: number | null) => `catégorie;tarif;prix\n1;ETUD;${etud}\n1;PLEIN;${plein ?? ''}\n`;
  const written = (etud: number, plein: number | null) => () => refuseGrid(readGridFile(Buffer.from(prices(etud, plein))), known);
  expect(faultsOf(written(12, 10))).toEqual([[2, 3]]);
  for (const fine of [written(10, 10), written(8, 10), written(12, null)]) expect(fine).not.toThrow();
});

test('reductions of a tariff that the grid does not have are one fault of the grid, by every door', () => {
  const known = { categories: ['1'], tariffs: ['PLEIN', 'ENF12', 'ETUD', 'SENIOR'], reduced: ['ETUD', 'SENIOR'], full: ['PLEIN'] };
  const cells = [
    { category: '1', tariff: 'ENF12', price: 500 },
    { category: '1', tariff: 'ETUD', price: 1400 },
    { category: '1', tariff: 'SENIOR', price: 1800 },
  ];
  const refusalOf = (work: () => unknown) => {
    try {
      work();
    } catch (refusal) {
      return refusal instanceof RefusedEntry && [refusal.code, refusal.faults];
    }
    return undefined;
  };
  const says = { fr: expect.stringContaining('n’a pas de plein tarif'), en: expect.stringContaining('no full tariff') };
  expect(refusalOf(() => refuseGrid(inJson(cells), known))).toEqual(['full-tariff-missing', [{ pointer: '#/cells', says }]]);
  const file = Buffer.from(writeGridFile(cells));
  expect(refusalOf(() => refuseGrid(readGridFile(file), known))).toEqual(['full-tariff-missing', [{ pointer: '#', says }]]);
  expect(refusalOf(() => refuseGrid(inJson(cells.slice(1)), known))).toMatchObject(['full-tariff-missing', [{}]]);
  const notSold = { category: '1', tariff: 'PLEIN', price: null };
  expect(refusalOf(() => refuseGrid(inJson([notSold, ...cells]), known))).toBeUndefined();
  expect(refusalOf(() => refuseGrid(inJson(cells.slice(0, 1)), known))).toBeUndefined();
});

test('every fault is named by its line and column', () => {
  const file = 'catégorie;tarif;prix;frais\n1;PLEIN;vingt;0\n;ETUD;14,00;1,234\n';
  const faults = faultsOf(() => readGridFile(Buffer.from(file)));
  expect(faults).toEqual([
    [2, 3],
    [3, 1],
    [3, 4],
  ]);
  expect(faultsOf(() => readGridFile(Buffer.from('')))).toEqual([[1, 1]]);
});

test('a line that is cut short is a fault, not a price that is not asked', () => {
  const cut = (line: string) => Buffer.from(`catégorie;tarif;prix;frais\nC1;PLEIN;24,00;1,50\n${line}`);
  expect(faultsOf(() => readGridFile(cut('C1;ETUD')))).toEqual([[3, 3]]);
  expect(faultsOf(() => readGridFile(cut('C1')))).toEqual([
    [3, 2],
    [3, 2],
  ]);
  for (const said of ['C1;ETUD;;', 'C1;ETUD;;\r\n']) expect(readGridFile(cut(said))).toMatchObject([{}, { tariff: 'ETUD', price: null }]);
});

test.each(['C1;ETUD;', 'C1;ETUD;1', 'C1;ETUD;10', 'C1;ETUD;10,00', 'C1;ETUD;10,00\r\nC1;PLEIN;24,00;1,50\r\n'])(
  'a line with fewer cells than the header is cut, and no price is read from it: %j',
  (line) => {
    const file = Buffer.from(`catégorie;tarif;prix;frais\r\n${line}`);
    expect(faultsOf(() => readGridFile(file))).toEqual([[2, 4]]);
  },
);

test('a header of three columns asks for three cells', () => {
  expect(readGridFile(Buffer.from('catégorie;tarif;prix\nC1;ETUD;10,00\n'))).toMatchObject([{ price: 1000, fee: undefined }]);
});

test('a grid that would sell nothing is refused by every door', () => {
  const known = { categories: ['C1'], tariffs: ['PLEIN'], reduced: [], full: ['PLEIN'] };
  expect(() => refuseGrid(readGridFile(Buffer.from('catégorie;tarif;prix\n')), known)).toThrow(RefusedEntry);
  expect(() => refuseGrid(inJson([{ category: 'C1', tariff: 'PLEIN', price: null }]), known)).toThrow('no price');
  expect(() => refuseGrid(inJson([{ category: 'C1', tariff: 'PLEIN', price: 0 }]), known)).not.toThrow();
});

function faultsOf(work: () => unknown): readonly unknown[] {
  try {
    work();
  } catch (refusal) {
    if (refusal instanceof RefusedEntry) return refusal.faults.map(({ line, column }) => [line, column]);
    throw refusal;
  }
  return [];
}
