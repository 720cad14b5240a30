import type { Knex } from 'knex';
import { insertMissing, words } from './insert-missing';

/** What online sale needs beside shows and prices: tills, channels, ways to pay and to get one's tickets. */
export async function seedSales(knex: Knex): Promise<void> {
  await insertMissing(
    knex,
    'till_operators',
    ['code'],
    [
      { code: 'INTERNET', name: 'Internet' },
      { code: 'GUICHET', name: 'Guichet' },
    ],
  );
  await insertMissing(
    knex,
    'sales_channels',
    ['code'],
    [
      { code: 'INTERNET', name: 'Internet', till_operator_code: 'INTERNET', online: true },
      { code: 'GUICHET', name: 'Guichet', till_operator_code: 'GUICHET', online: false },
      { code: 'PASS CULTURE', name: 'Pass Culture', till_operator_code: 'INTERNET', online: true },
    ],
  );
  await insertMissing(
    knex,
    'payment_methods',
    ['code'],
    [
      { code: 'CB INTERNET', name: 'Carte bancaire sur internet' },
      { code: 'CB GUICHET', name: 'Carte bancaire au guichet' },
      { code: 'ESPECES', name: 'Espèces' },
      { code: 'PASS CULTURE', name: 'Pass Culture' },
    ],
  );
  await insertMissing(knex, 'delivery_methods', ['code'], DELIVERY_METHODS);
}

/** Only what has a ticket template can be printed at home; without one nothing leaves before the proof is accepted. */
const DELIVERY_METHODS = [
  {
    code: 'held-for-proof',
    sort: 1,
    name: words('Envoi soumis à justificatif', 'Sent once your proof is accepted'),
    price: 0,
    template: null,
  },
  { code: 'print-at-home', sort: 2, name: words('Impression à domicile', 'Print at home'), price: 0, template: 'a4' },
];
