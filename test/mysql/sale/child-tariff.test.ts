import { up } from '../../../migrations/0122-child-tariff-rule';
import { recordChange } from '../../../src/mysql/catalogue/admin/change-log';
import { createShelves } from '../../../src/mysql/catalogue/admin/shelves';
import { tariffsByCode } from '../../../src/mysql/catalogue/tariffs';
import { seedTariffs } from '../../../src/mysql/seed/tariffs';
import { seedProofTypes } from '../../../src/mysql/seed/proof-types';
import { freshDatabase, type FreshDatabase } from '../fresh-database';

/** The child tariff of the seed, as earlier versions left it behind: without its age. */
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await seedProofTypes(database.knex);
  await seedTariffs(database.knex);
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.knex('catalogue_changes').delete();
  await tariff().update({ name: NAME, active: true, validity_rule: '{}', validity: JSON.stringify({ fr: '', en: '' }) });
});

const NAME = JSON.stringify({ fr: 'Enfant de moins de 12\u00a0ans', en: 'Child under 12' });
const tariff = () => database.knex('tariffs').where({ code: 'ENF12' });
const shelf = () => createShelves({ knex: database.knex, recordChange }).tariffs;

async function isForMinors(): Promise<boolean | undefined> {
  const [found] = await tariffsByCode(database.knex, ['ENF12']);
  return found?.forMinors;
}

test('a child tariff that stands as it was seeded gets its age', async () => {
  expect(await isForMinors()).toBeUndefined();
  await up(database.knex);
  await up(database.knex);
  expect(await isForMinors()).toBe(true);
  expect((await shelf().find('ENF12'))?.value).toMatchObject({ rule: { kind: 'younger-than', years: 12 }, needsProof: false });
});

test('one that the venue has written anew, even by the same words, stays as it is', async () => {
  const { value, version } = (await shelf().find('ENF12'))!;
  await shelf().put(
    { ...value, sort: 3 },
    { version, change: { by: { role: 'staff', id: 1 }, door: 'desk', at: '2027-01-04T10:00:00.000Z' } },
  );
  await up(database.knex);
  expect(await isForMinors()).toBeUndefined();
});

test.each([
  ['another name', { name: JSON.stringify({ fr: 'Enfant', en: 'Child' }) }],
  ['a rule of its own', { validity_rule: JSON.stringify({ kind: 'younger-than', years: 14 }) }],
  ['no use any more', { active: false }],
])('one with %s stays as it is', async (_what, row) => {
  await tariff().update(row);
  const before = await tariff().first();
  await up(database.knex);
  expect(await tariff().first()).toEqual(before);
});
