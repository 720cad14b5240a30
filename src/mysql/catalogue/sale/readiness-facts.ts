import type { Knex } from 'knex';
import { INTERNET } from '../../../domain/sale/channel';
import type { ReadinessFacts, TariffFacts } from '../../../domain/sale/readiness-facts';
import { toIso, toIsoOrNone } from '../../column-values';
import { columns, computed, rowsOf } from '../../rows';
import { deliveryMethodName, tariffName } from '../../schema/json-columns';
import type { PerformanceRow } from '../performance';
import { placeFacts, sameRoomFacts } from './performance-facts';
import { rulesByPerformance } from './kept-rules';
import { serviceChecks } from './service-checks';
import { templateFacts, venueFacts } from './venue-facts';

type House = 'tillOperators' | 'channels' | 'paymentMethods' | 'deliveryMethods' | 'tariffs' | 'services';

/** What all performances share. */
export async function houseFacts(knex: Knex): Promise<Pick<ReadinessFacts, House>> {
  return {
    tillOperators: await codesOf(knex, 'till_operators'),
    channels: await onlineChannels(knex),
    paymentMethods: await codesOf(knex, 'payment_methods'),
    deliveryMethods: await deliveryFacts(knex),
    tariffs: await tariffFacts(knex),
    services: await serviceChecks(knex),
  };
}

/** What each performance has of its own. */
export async function ownFacts(knex: Knex, rows: readonly PerformanceRow[]) {
  const ids = rows.map(({ id }) => id);
  const venueIds = [...new Set(rows.map(({ venue_id }) => venue_id))];
  const grid = await gridFacts(knex, [...new Set(rows.map(({ show_id }) => show_id))]);
  const places = await placeFacts(knex, ids);
  const templates = await templateFacts(knex, venueIds);
  const venues = await venueFacts(knex, venueIds);
  const rules = await rulesByPerformance(knex, ids, INTERNET);
  const sameRoom = await sameRoomFacts(knex, ids);
  return (row: PerformanceRow): Omit<ReadinessFacts, House | 'now'> => {
    const venue = venues.get(row.venue_id);
    if (!venue) throw new Error(`No venue ${row.venue_id}.`);
    return {
      ...{ performanceId: row.id, startsAt: toIso(row.starts_at), seating: row.seating, publishedAt: toIsoOrNone(row.published_at) },
      grid: grid.filter(({ show }) => show === row.show_id),
      places: places.filter(({ performance }) => performance === row.id),
      templates: templates.filter(({ venue: its }) => its === row.venue_id),
      rule: rules.get(row.id),
      sameRoom: sameRoom.filter(({ performance }) => performance === row.id),
      ...venue,
    };
  };
}

function onlineChannels(knex: Knex): Promise<ReadinessFacts['channels']> {
  const online = knex('sales_channels').where({ active: true, online: true }).orderBy('code');
  return rowsOf(online, { code: 'sales_channels.code', tillOperator: 'sales_channels.till_operator_code' });
}

async function codesOf(knex: Knex, table: 'till_operators' | 'payment_methods'): Promise<readonly string[]> {
  return knex(table).where({ active: true }).orderBy('code').pluck('code');
}

async function deliveryFacts(knex: Knex): Promise<ReadinessFacts['deliveryMethods']> {
  const rows = await knex('delivery_methods').where({ active: true }).orderBy(['sort', 'code']);
  return rows.map(({ code, name, template }) => ({ code, name: deliveryMethodName(name), template: template ?? undefined }));
}

const TARIFF = columns('tariffs', 'code', 'name', 'needs_proof', 'companionship', 'max_per_order', 'min_per_order');

/** Those in use. */
export async function tariffFacts(knex: Knex): Promise<readonly TariffFacts[]> {
  const proofTypes = knex('tariff_proof_types').count('*').whereRaw('tariff_proof_types.tariff_code = tariffs.code');
  const inUse = knex('tariffs').where({ active: true }).orderBy('sort');
  const rows = await rowsOf(inUse, { ...TARIFF, proofTypes: computed<number>(proofTypes) });
  return rows.map((row) => ({
    ...{ code: row.code, name: tariffName(row.name), needsProof: Boolean(row.needs_proof), proofTypes: row.proofTypes },
    companionship: row.companionship ?? undefined,
    maxPerOrder: row.max_per_order ?? undefined,
    minPerOrder: row.min_per_order ?? undefined,
  }));
}

async function gridFacts(knex: Knex, shows: readonly number[]) {
  const grid = knex('price_grid').whereIn('show_id', [...shows]);
  return rowsOf(grid, { ...columns('price_grid', 'category', 'price'), show: 'price_grid.show_id', tariff: 'price_grid.tariff_code' });
}
