import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { Offer, OfferedDelivery, OfferedTariff } from '../../domain/sale/offer';
import type { SaleRule } from '../../domain/sale/sale-rule';
import { takeable } from '../../domain/sale/takeable';
import type { Catalogue } from '../../ports/sale/catalogue';
import { dateWording } from '../../wording/dates';
import { columns, computed, rowsOf, type Selected } from '../rows';
import { deliveryMethodName } from '../schema/json-columns';
import { listedPerformances } from './sale/listed-performances';
import { performanceById, performanceView, type PerformanceRow } from './performance';
import { planOf } from './sale/plan';
import { saleRuleOf } from './sale/kept-rules';
import { tariffsByCode } from './tariffs';
import { inboxesOf } from '../settings/own-inbox';
import { venueById } from './venue';

interface Needs {
  readonly knex: Knex;
  /** What is over is not on the programme. */
  readonly now?: () => Date;
}

export function createCatalogue({ knex, now = () => new Date() }: Needs): Catalogue {
  return {
    performances: (channel) => listedPerformances(knex, channel, now()),

    async offer(performanceId, channel) {
      const sold = await soldBy(knex, performanceId, channel);
      return sold && offerOf(knex, sold.performance, sold.rule);
    },

    async plan(performanceId, channel) {
      const sold = await soldBy(knex, performanceId, channel);
      return sold && planOf(knex, performanceId, sold.rule.allocation);
    },
  };
}

interface Sold {
  readonly performance: PerformanceRow;
  readonly rule: SaleRule;
}

async function soldBy(knex: Knex, performanceId: number, channel: string): Promise<Sold | undefined> {
  const performance = await performanceById(knex, performanceId);
  if (!performance) return undefined;
  const rule = await saleRuleOf(knex, performanceId, channel);
  if (!rule || (performance.published_at === null && (await isOnline(knex, channel)))) return undefined;
  return { performance, rule };
}

async function isOnline(knex: Knex, code: string): Promise<boolean> {
  const row = await knex('sales_channels').where({ code }).first('online');
  return Boolean(row?.online);
}

const PRICE = { ...columns('price_grid', 'category', 'tariff_code', 'fee'), price: 'price_grid.price!' } as const;

async function offerOf(knex: Knex, performance: PerformanceRow, rule: SaleRule): Promise<Offer | undefined> {
  const sold = knex('price_grid')
    .where({ show_id: performance.show_id })
    .whereNotNull('price')
    .whereIn('tariff_code', [...rule.tariffs]);
  const prices = await rowsOf(sold, PRICE);
  if (prices.length === 0) return undefined;
  const venue = await venueById(knex, performance.venue_id);
  const performanceDay = dateWording(performance.starts_at.toISOString(), venue.timeZone);
  const priced = await tariffsByCode(knex, [...new Set(prices.map((price) => price.tariff_code))]);
  const ruled = priced.map(({ view, ...rules }) => ({ ...view({ performance: performanceDay }), ...rules }));
  const tariffs = takeable(ruled, rule.maxSeats);
  if (tariffs.length === 0) return undefined;
  return {
    performance: performanceView(performance),
    venue,
    inboxes: await inboxesOf(knex),
    channel: rule.channel,
    allocation: rule.allocation,
    categories: await categoriesOf(knex, performance, rule.allocation),
    tariffs: tariffs.map((tariff) => ({ ...tariff, prices: pricesOf(prices.filter((price) => price.tariff_code === tariff.code)) })),
    deliveryMethods: await deliveryMethods(knex, rule.deliveryMethods),
    salesOpenAt: rule.opensAt,
    salesCloseAt: rule.closesAt,
    maxSeats: rule.maxSeats,
  };
}

function pricesOf(rows: readonly Selected<typeof PRICE>[]): OfferedTariff['prices'] {
  return Object.fromEntries(rows.map(({ category, price, fee }) => [category, { price: cents(price), fee: cents(fee) }]));
}

async function categoriesOf(knex: Knex, { id, room_id }: PerformanceRow, allocation?: string): Promise<Offer['categories']> {
  const free = knex('performance_places')
    .count('*')
    .where({ performance_id: id, status: 'free', allocation: allocation ?? null })
    .whereRaw('performance_places.category = seat_categories.code');
  const categories = knex('seat_categories').where({ room_id }).orderBy('sort');
  return rowsOf(categories, { ...columns('seat_categories', 'code', 'name'), free: computed<number>(free) });
}

async function deliveryMethods(knex: Knex, offered: readonly string[]): Promise<readonly OfferedDelivery[]> {
  const rows = await knex('delivery_methods')
    .where({ active: true })
    .whereIn('code', [...offered])
    .orderBy(['sort', 'code']);
  return rows.map(({ code, name, price, template }) => ({
    code,
    name: deliveryMethodName(name),
    price: cents(price),
    hasTemplate: template !== null,
  }));
}
