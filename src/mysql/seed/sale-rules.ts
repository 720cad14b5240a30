import type { Knex } from 'knex';
import { COUNTER, INTERNET } from '../../domain/sale/channel';
import { HOUR } from '../../domain/time';
import { valuesOf } from '../rows';
import { insertRule } from '../catalogue/sale/kept-rules';

/** When a sale opens and when the performance starts. */
interface Sale {
  readonly opens: number;
  readonly starts: number;
}

/**
 * Online until an hour before; at the counter until it begins, and more seats at once. Both share every
 * place: no allocation. Groups are for the counter, subscribers buy online with their number.
 */
export async function seedSaleRules(knex: Knex, performanceId: number, { opens, starts }: Sale): Promise<void> {
  const priced = knex('price_grid')
    .join('performances', 'performances.show_id', 'price_grid.show_id')
    .where('performances.id', performanceId)
    .whereNotNull('price')
    .distinct();
  const tariffs = await valuesOf(priced, 'price_grid.tariff_code');
  const opensAt = new Date(opens).toISOString();
  const offered = { opensAt, deliveryMethods: ['held-for-proof', 'print-at-home'] };
  const online = tariffs.filter((code) => code !== 'GROUPE');
  const atCounter = tariffs.filter((code) => code !== 'ABO');
  const closing = (before: number) => new Date(starts - before).toISOString();
  await insertRule(knex, performanceId, { ...offered, channel: INTERNET, tariffs: online, closesAt: closing(HOUR), maxSeats: 6 });
  await insertRule(knex, performanceId, { ...offered, channel: COUNTER, tariffs: atCounter, closesAt: closing(0), maxSeats: 20 });
}
