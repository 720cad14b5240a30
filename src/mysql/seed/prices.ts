import type { Knex } from 'knex';
import { insertMissing } from './insert-missing';
import type { SeededShows } from './shows';

/** In euros, booking fee included. Wheelchair spaces are sold by telephone. */
export async function seedPrices(knex: Knex, shows: SeededShows): Promise<void> {
  await grid(knex, shows.phare, { category: '1', prices: PARTERRE });
  await grid(knex, shows.phare, { category: '2', prices: BALCON });
  await grid(knex, shows.agathe, { category: 'unique', prices: AGATHE });
  await grid(knex, shows.bal, { category: 'unique', prices: BAL });
}

async function grid(
  knex: Knex,
  showId: number,
  { category, prices }: { readonly category: string; readonly prices: Prices },
): Promise<void> {
  const rows = Object.entries(prices).map(([code, euros]) => ({
    show_id: showId,
    category,
    tariff_code: code,
    price: euros * 100,
    fee: 0,
  }));
  await insertMissing(knex, 'price_grid', ['show_id', 'category', 'tariff_code'], rows);
}

type Prices = Readonly<Record<string, number>>;

const PARTERRE: Prices = {
  PLEIN: 24,
  ETUD: 14,
  JEUNE26: 14,
  EMPLOI: 12,
  RSA: 8,
  CEZAM: 18,
  ENF12: 8,
  APPR: 14,
  MINIMA: 8,
  SENIOR: 20,
  FAMNB: 18,
  INTERM: 12,
  AAH: 12,
  PSH: 12,
  PSHACC: 0,
  ABO: 18,
  GROUPE: 15,
};

const BALCON: Prices = {
  PLEIN: 18,
  ETUD: 10,
  JEUNE26: 10,
  EMPLOI: 9,
  RSA: 6,
  CEZAM: 13,
  ENF12: 6,
  APPR: 10,
  MINIMA: 6,
  SENIOR: 15,
  FAMNB: 13,
  INTERM: 9,
  AAH: 9,
  PSH: 9,
  PSHACC: 0,
  ABO: 13,
  GROUPE: 11,
};

const AGATHE: Prices = {
  PLEIN: 16,
  ETUD: 10,
  SCOL: 8,
  JEUNE26: 10,
  EMPLOI: 8,
  RSA: 5,
  MINIMA: 5,
  ENF12: 5,
  SENIOR: 13,
  HABIT: 12,
  ENSEIG: 11,
  AAH: 8,
  PSH: 8,
  PSHACC: 0,
};

const BAL: Prices = {
  PLEIN: 16,
  ETUD: 10,
  APPR: 10,
  JEUNE26: 10,
  INTERM: 9,
  CIVIQ: 8,
  EMPLOI: 8,
  RSA: 5,
  SOLID: 5,
  CEZAM: 12,
  ENF12: 5,
};
