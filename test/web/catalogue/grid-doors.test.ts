import { openOffice, stage, words, type Office } from './office';

/** One grid, two doors: what is sent as cells and what is sent as a file are refused and kept alike. */
let office: Office;
let grid: string;
beforeAll(async () => {
  office = await openOffice();
  const { show } = await stage(office);
  grid = `/catalogue/shows/${show.id}/price-grid`;
  const put = (path: string, body: object) => office.does('put', `/catalogue/${path}`, body);
  await put('proof-types/card', { name: words('carte') });
  await put('tariffs/PLEIN', { name: words('Plein tarif') });
  await put('tariffs/ENF12', { name: words('Enfant'), rule: { kind: 'younger-than', years: 12 } });
  await put('tariffs/ABO', { name: words('Adhérent'), memberNumber: true });
  await put('tariffs/ETUD', { name: words('Étudiant'), needsProof: true, proofTypes: ['card'], rule: { kind: 'academic-year' } });
});
afterAll(() => office.close());

const REDUCTIONS = [
  { category: '1', tariff: 'ABO', price: 900 },
  { category: '1', tariff: 'ENF12', price: 500 },
  { category: '1', tariff: 'ETUD', price: 1400 },
];
const FILE = 'catégorie;tarif;prix\r\n1;ABO;9,00\r\n1;ENF12;5,00\r\n1;ETUD;14,00\r\n';

const sendFile = (file: string, query: object = {}, language = 'fr') =>
  office
    .call('put', `${grid}.csv`)
    .query({ ...query, lang: language })
    .type('text/csv')
    .send(file);

test.each([
  ['fr', /n’a pas de plein tarif/],
  ['en', /has no full tariff/],
])('a grid of reductions alone is told once that it has no full tariff (%s)', async (language, said) => {
  const json = await office.call('put', `${grid}?lang=${language}`, { cells: REDUCTIONS });
  const file = await sendFile(FILE, {}, language);
  for (const [{ status, body }, pointer] of [[json, '#/cells'] as const, [file, '#'] as const]) {
    expect([status, body.code, body.title]).toEqual([422, 'full-tariff-missing', expect.stringMatching(said)]);
    expect(body.errors).toEqual([{ in: 'body', pointer, detail: expect.stringMatching(said) }]);
  }
});

const dry = (file: string, query: object = {}) => sendFile(file, { ...query, dryRun: 'true' });

test('a dry run is answered as the sending would be: with the version that was read, or not at all', async () => {
  const dearer = 'catégorie;tarif;prix\r\n1;PLEIN;25,00\r\n';
  const empty = await office.does('get', grid);
  expect((await dry(dearer)).body).toMatchObject({ cells: [{ price: 2500 }], version: empty.version });
  const { version } = await office.does('put', grid, { cells: [{ category: '1', tariff: 'PLEIN', price: 2400 }] });
  for (const [query, code] of [[{}, 'already-exists'] as const, [{ version: empty.version }, 'changed-meanwhile'] as const])
    for (const send of [dry, sendFile]) expect((await send(dearer, query)).body).toMatchObject({ code, facts: { version } });
  expect((await dry(dearer, { version })).body).toMatchObject({ cells: [{ price: 2500 }], version });
  expect(await office.does('get', grid)).toMatchObject({ cells: [{ price: 2400 }], version });
  expect((await sendFile(dearer, { version })).body).toMatchObject({ cells: [{ price: 2500 }] });
});
