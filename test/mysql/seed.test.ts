import { createCatalogue } from '../../src/mysql/catalogue/catalogue';
import { createVenuePictures, createVenues } from '../../src/mysql/catalogue/venue';
import { seedTheatre } from '../../src/mysql/seed/seed-theatre';
import { freshDatabase, type FreshDatabase } from './fresh-database';

const NOW = '2027-01-04T10:00:00.000Z';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function counts(): Promise<Record<string, number>> {
  const tables = ['venues', 'reviewers', 'rooms', 'seats', 'shows', 'performances', 'performance_places', 'tariffs', 'price_grid'];
  const entries = tables.map(async (table) => {
    const [row] = await database.knex(table).count({ n: '*' });
    return [table, Number(row?.['n'])] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('the theatre opens once, however often it is asked to', async () => {
  const first = await seedTheatre(database.knex, { now: NOW });
  const before = await counts();
  expect(before).toMatchObject({ venues: 1, reviewers: 2, rooms: 3, seats: 400, shows: 3, performances: 8, performance_places: 1080 });
  const again = await seedTheatre(database.knex, { now: '2027-01-04T18:00:00.000Z' });
  expect(again).toEqual(first);
  expect(await counts()).toEqual(before);
});

test('performances are given from tomorrow to three months ahead, at hours of Paris', async () => {
  const { performances } = await seedTheatre(database.knex, { now: NOW });
  expect(performances.map(({ startsAt }) => startsAt)).toEqual([
    '2027-01-05T19:30:00.000Z',
    '2027-01-15T19:30:00.000Z',
    '2027-01-16T19:30:00.000Z',
    '2027-01-17T15:00:00.000Z',
    '2027-01-20T13:00:00.000Z',
    '2027-01-30T19:00:00.000Z',
    '2027-02-18T19:30:00.000Z',
    // after the change to summer time
    '2027-03-27T19:00:00.000Z',
  ]);
  expect(new Set(performances.map(({ show }) => show)).size).toBe(3);
});

test('a show that has been played gets new dates, one that has not keeps its own', async () => {
  const { performances } = await seedTheatre(database.knex, { now: '2027-02-01T10:00:00.000Z' });
  const ofShow = (title: string) => performances.filter(({ show }) => show === title).map(({ startsAt }) => startsAt.slice(0, 10));
  expect(ofShow('Le Phare d’hiver')).toEqual(['2027-02-12', '2027-02-13', '2027-02-14']);
  expect(ofShow('Trois lettres pour Agathe')).toEqual(['2027-02-18']);
  expect(ofShow('Le Bal des éclusiers')).toEqual(['2027-03-27']);
});

test('every tariff that asks for a proof says which one, in French and in English', async () => {
  const catalogue = createCatalogue({ knex: database.knex, now: () => new Date(NOW) });
  const performances = await catalogue.performances('INTERNET');
  const offers = await Promise.all(performances.map(({ id }) => catalogue.offer(id, 'INTERNET')));
  const tariffs = offers.flatMap((offer) => offer?.tariffs ?? []);
  expect(new Set(tariffs.map(({ code }) => code)).size).toBe(21);
  for (const { needsProof, acceptedProofs, name, validity } of tariffs) {
    expect(acceptedProofs.length > 0).toBe(needsProof);
    for (const words of needsProof ? [name, validity, ...acceptedProofs] : [name]) {
      expect(words.fr).toMatch(/^\S.*\S$/);
      expect(words.en).toMatch(/^\S.*\S$/);
      expect(words.fr).not.toMatch(/['{}]/);
    }
  }
});

test('reduced seats can only be held for proof; full-price seats can only be printed at home', async () => {
  const [first] = await createCatalogue({ knex: database.knex, now: () => new Date(NOW) }).performances('INTERNET');
  const offer = await createCatalogue({ knex: database.knex, now: () => new Date(NOW) }).offer(first?.id ?? 0, 'INTERNET');
  expect(offer?.deliveryMethods).toEqual([
    {
      code: 'held-for-proof',
      name: { fr: 'Envoi soumis à justificatif', en: 'Sent once your proof is accepted' },
      price: 0,
      hasTemplate: false,
    },
    { code: 'print-at-home', name: { fr: 'Impression à domicile', en: 'Print at home' }, price: 0, hasTemplate: true },
  ]);
});

test('the house says who it is, and keeps what it settled', async () => {
  const own = await freshDatabase();
  try {
    expect(await createVenues({ knex: own.knex })()).toEqual([]);
    const logo = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
    const { venueId } = await seedTheatre(own.knex, { now: NOW, policy: { undoMs: 5000 }, pictures: { logo } });
    const [house] = await createVenues({ knex: own.knex })();
    expect(house).toMatchObject({
      id: venueId,
      name: 'Théâtre des Mariniers',
      licences: ['PLATESV-D-2024-001172', 'PLATESV-D-2024-001173'],
      inboxAddress: 'validation@theatre-des-mariniers.example',
      attachProofs: true,
      policy: { undoMs: 5000, gatherMs: 600_000, doorAllowed: true },
    });
    expect(await createVenuePictures({ knex: own.knex }).of(venueId)).toEqual({ logo, plan: undefined });
  } finally {
    await own.drop();
  }
});
