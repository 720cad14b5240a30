import { SERVICES } from '../../../src/domain/sale/service-check';
import { createPublish } from '../../../src/use-cases/publish';
import { createPublications } from '../../../src/mysql/catalogue/sale/publications';
import { createReadiness } from '../../../src/mysql/catalogue/sale/readiness';
import { createServiceChecks } from '../../../src/mysql/catalogue/sale/service-checks';
import { createSaleRules } from '../../../src/mysql/catalogue/sale/sale-rules';
import { openPlaces } from '../../../src/mysql/catalogue/open-places';
import { seedTheatre } from '../../../src/mysql/seed/seed-theatre';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre } from '../sold-orders';
import { BY } from './on-sale';
import { defined } from '../../fakes/defined';

const STARTS = '2027-01-16T19:30:00.000Z';
const words = (fr: string, en: string) => JSON.stringify({ fr, en });

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  const checks = createServiceChecks(database);
  for (const service of SERVICES) await checks.record({ service, outcome: 'ok', at: BY.at });
});
afterEach(() => database.drop());

function readiness() {
  return createReadiness({ knex: database.knex, now: () => new Date(BY.at) });
}

/** What is missing, but for the templates of tickets, which have tests of their own. */
async function missing(): Promise<readonly string[]> {
  const found = await readiness().of(1);
  return (found?.missing ?? []).map(({ code }) => code).filter((code) => !code.startsWith('ticket-template'));
}

test('the seeded theatre lacks nothing: every performance to come is ready, and online', async () => {
  await seedTheatre(database.knex, { now: BY.at });
  const performances = await readiness().toCome();
  expect(performances).toHaveLength(8);
  for (const { ready, missing: lacks, facts } of performances) {
    expect({ ready, lacks, publishedAt: facts.publishedAt }).toEqual({ ready: true, lacks: [], publishedAt: BY.at });
  }
  const first = defined(performances[0]);
  const { show_id: showId } = defined(await database.knex('performances').where({ id: first.performance.id }).first('show_id'));
  const ofShow = await readiness().ofShow(showId);
  expect(new Set(ofShow.map(({ performance }) => performance.showTitle))).toEqual(new Set([first.performance.showTitle]));
  expect(await readiness().of(999_999)).toBeUndefined();
});

test('a performance of a new house goes through the steps, and online only after the last', async () => {
  const { knex } = database;
  await furnishTheatre(knex, Date.parse(STARTS));
  // as on the first day
  for (const table of ['sales_channels', 'payment_methods', 'till_operators', 'delivery_methods', 'tariffs']) await knex(table).delete();
  const saleRules = createSaleRules({ knex, recordChange: async () => undefined });
  const publications = createPublications({ knex, recordChange: async () => undefined });
  const publishing = createPublish({ readiness: readiness(), publications, clock: { now: () => BY.at } });
  const left = [
    'till-operator',
    'sales-channel',
    'payment-method',
    'delivery-with-template',
    'tariffs',
    'price-grid',
    'places',
    'sale-rule',
    'terms-of-sale',
    'legal-notice',
  ];
  const proof = { code: 'student-card', name: words('carte d’étudiant', 'student card') };
  const tariff = { name: words('', ''), sort: 1, health: false, retention_days: 0, validity_rule: '{}', validity: words('', '') };
  const text = {
    venue_id: 1,
    language: 'fr',
    version: 1,
    text: 'Par {organisateur}, {adresse}, {téléphone}, {e-mail}, {licences}.',
  } as const;
  const cell = { show_id: 1, category: '1', fee: 0 };
  const steps: readonly (() => Promise<unknown>)[] = [
    () => knex('till_operators').insert({ code: 'INTERNET', name: 'Internet' }),
    () => knex('sales_channels').insert({ code: 'INTERNET', name: 'Internet', till_operator_code: 'INTERNET' }),
    () => knex('payment_methods').insert({ code: 'CB INTERNET', name: 'Carte bancaire' }),
    () =>
      knex('delivery_methods').insert([
        { code: 'held-for-proof', sort: 1, name: words('Envoi soumis à justificatif', 'Held for proof'), price: 0, template: null },
        { code: 'print-at-home', sort: 2, name: words('Impression à domicile', 'Print at home'), price: 100, template: 'a4' },
      ]),
    async () => {
      await knex('tariffs').insert({ ...tariff, code: 'PLEIN', needs_proof: false });
      await knex('tariffs').insert({ ...tariff, code: 'ETUD', needs_proof: true });
      expect(await missing()).toContain('tariff-proof-types');
      await knex('proof_types').insert(proof);
      await knex('tariff_proof_types').insert({ tariff_code: 'ETUD', proof_type_code: 'student-card', sort: 1 });
    },
    () =>
      knex('price_grid').insert([
        { ...cell, tariff_code: 'PLEIN', price: 2400 },
        { ...cell, tariff_code: 'ETUD', price: 1400 },
      ]),
    async () => {
      await knex('seats').insert({ room_id: 1, category: '1', sort: 1, row_label: 'A', seat_label: '1', entrance: 'Parterre' });
      await openPlaces(knex, 1);
    },
    () =>
      saleRules.put(
        1,
        {
          ...{ channel: 'INTERNET', opensAt: '2026-12-01T09:00:00.000Z', closesAt: STARTS, maxSeats: 6 },
          ...{ tariffs: ['PLEIN', 'ETUD'], deliveryMethods: ['held-for-proof', 'print-at-home'] },
        },
        BY,
      ),
    () => knex('venue_texts').insert({ ...text, kind: 'terms-of-sale' }),
    () => knex('venue_texts').insert({ ...text, kind: 'legal-notice' }),
  ];
  for (const step of steps) {
    expect(await missing()).toEqual(left);
    await expect(publishing.publish(1, BY)).rejects.toMatchObject({ code: 'not-ready' });
    await step();
    left.shift();
  }
  expect(await missing()).toEqual([]);
  // a cell less, a method that is no longer in use: said again
  await knex('price_grid').where({ tariff_code: 'ETUD' }).delete();
  await knex('delivery_methods').where({ code: 'held-for-proof' }).update({ active: false });
  expect(await missing()).toEqual(['delivery-held-for-proof', 'price-cells']);
  await expect(publishing.publish(1, BY)).rejects.toMatchObject({
    code: 'not-ready',
    detail: { missing: expect.stringContaining('price-cells') },
  });
});
