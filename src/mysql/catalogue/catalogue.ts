import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { Offer, OfferedDelivery, OfferedTariff } from '../../domain/sale/offer';
import type { Catalogue } from '../../ports/sale/catalogue';
import { parseJson, toIso } from '../column-values';
import { dayInWords } from './day-in-words';
import { performanceById, performanceRows, performanceView, type PerformanceRow } from './performance';
import { tariffsByCode } from './tariffs';
import { venueById } from './venue';

export function createCatalogue({ knex }: { readonly knex: Knex }): Catalogue {
  return {
    async performances() {
      const rows: readonly PerformanceRow[] = await performanceRows(knex).orderBy(['performances.starts_at', 'performances.id']);
      return rows.map((row) => ({ ...performanceView(row), venueId: row.venue_id }));
    },

    async offer(performanceId) {
      const performance = await performanceById(knex, performanceId);
      if (!performance) return undefined;
      const prices: readonly PriceRow[] = await knex('price_grid').where({ show_id: performance.show_id });
      return prices.length === 0 ? undefined : offerOf(knex, performance, prices);
    },
  };
}

interface PriceRow {
  readonly category: string;
  readonly tariff_code: string;
  readonly price: number;
  readonly fee: number;
}

async function offerOf(knex: Knex, performance: PerformanceRow, prices: readonly PriceRow[]): Promise<Offer> {
  const venue = await venueById(knex, performance.venue_id);
  const tariffs = await tariffsByCode(knex, [...new Set(prices.map((price) => price.tariff_code))]);
  const day = dayInWords(performance.starts_at, venue.timeZone);
  return {
    performance: performanceView(performance),
    venue,
    categories: await categoriesOf(knex, performance),
    tariffs: tariffs.map(({ code, companionship, maxPerOrder, view }) => ({
      ...view(day),
      companionship,
      maxPerOrder,
      prices: pricesOf(prices.filter((price) => price.tariff_code === code)),
    })),
    deliveryMethods: await deliveryMethods(knex),
    salesOpenAt: toIso(performance.sales_open_at),
    salesCloseAt: toIso(performance.sales_close_at),
    maxSeats: performance.max_seats,
  };
}

function pricesOf(rows: readonly PriceRow[]): OfferedTariff['prices'] {
  return Object.fromEntries(rows.map(({ category, price, fee }) => [category, { price: cents(price), fee: cents(fee) }]));
}

async function categoriesOf(knex: Knex, { id, room_id }: PerformanceRow): Promise<Offer['categories']> {
  const free = knex('performance_places')
    .count('*')
    .where({ performance_id: id, status: 'free' })
    .whereRaw('performance_places.category = seat_categories.code');
  return knex('seat_categories').where({ room_id }).orderBy('sort').select('code', 'name', { free });
}

interface DeliveryRow {
  readonly code: string;
  readonly name: unknown;
  readonly price: number;
  readonly template: string | null;
}

async function deliveryMethods(knex: Knex): Promise<readonly OfferedDelivery[]> {
  const rows: readonly DeliveryRow[] = await knex('delivery_methods').where({ active: true }).orderBy('sort');
  return rows.map(({ code, name, price, template }) => ({
    code,
    name: parseJson(name),
    price: cents(price),
    hasTemplate: template !== null,
  }));
}
