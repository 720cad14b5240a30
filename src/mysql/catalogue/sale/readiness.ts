import type { Knex } from 'knex';
import { INTERNET } from '../../../domain/sale/channel';
import { readinessOf, type ReadinessFacts, type TariffFacts } from '../../../domain/sale/readiness';
import type { PerformanceReadiness, Readiness } from '../../../ports/sale/readiness';
import { parseJson, toIsoOrNone } from '../../column-values';
import { performanceById, performanceRows, performanceView, type PerformanceRow } from '../performance';
import { venueById } from '../venue';
import { saleRuleOf } from './sale-rules';

interface Needs {
  readonly knex: Knex;
  /** What is over needs nothing any more. */
  readonly now?: () => Date;
}

export function createReadiness({ knex, now = () => new Date() }: Needs): Readiness {
  return {
    async of(performanceId) {
      const row = await performanceById(knex, performanceId);
      const [answer] = row ? await answers(knex, [row]) : [];
      return answer;
    },

    ofShow: async (showId) => answers(knex, await toCome().where('performances.show_id', showId)),
    toCome: async () => answers(knex, await toCome()),
  };

  function toCome(): Knex.QueryBuilder {
    return performanceRows(knex).where('performances.ends_at', '>', now()).orderBy(['performances.starts_at', 'performances.id']);
  }
}

async function answers(knex: Knex, rows: readonly PerformanceRow[]): Promise<readonly PerformanceReadiness[]> {
  const house = await houseFacts(knex);
  return Promise.all(
    rows.map(async (row) => {
      const facts = { ...house, ...(await ownFacts(knex, row)) };
      return { performance: performanceView(row), facts, ...readinessOf(facts) };
    }),
  );
}

/** What all performances share. */
async function houseFacts(knex: Knex) {
  return {
    tillOperators: await codesOf(knex, 'till_operators'),
    channels: await channelFacts(knex),
    paymentMethods: await codesOf(knex, 'payment_methods'),
    deliveryMethods: await deliveryFacts(knex),
    tariffs: await tariffFacts(knex),
  };
}

async function ownFacts(knex: Knex, row: PerformanceRow) {
  const { organizer, licences } = await venueById(knex, row.venue_id);
  return {
    performanceId: row.id,
    seating: row.seating,
    publishedAt: toIsoOrNone(row.published_at),
    grid: await gridFacts(knex, row.show_id),
    places: await placeFacts(knex, row.id),
    templates: await templateFacts(knex, row.venue_id),
    heldTemplate: await heldTemplate(knex, row.venue_id),
    rule: await saleRuleOf(knex, row.id, INTERNET),
    mentions: { organizer, licences },
  };
}

async function codesOf(knex: Knex, table: 'till_operators' | 'payment_methods'): Promise<readonly string[]> {
  return knex(table).where({ active: true }).orderBy('code').pluck('code');
}

async function channelFacts(knex: Knex): Promise<ReadinessFacts['channels']> {
  return knex('sales_channels').where({ active: true }).orderBy('code').select('code', { tillOperator: 'till_operator_code' });
}

async function gridFacts(knex: Knex, showId: number): Promise<ReadinessFacts['grid']> {
  return knex('price_grid').where({ show_id: showId }).select('category', { tariff: 'tariff_code' });
}

interface DeliveryRow {
  readonly code: string;
  readonly name: unknown;
  readonly template: string | null;
}

async function deliveryFacts(knex: Knex): Promise<ReadinessFacts['deliveryMethods']> {
  const rows: readonly DeliveryRow[] = await knex('delivery_methods').where({ active: true }).orderBy('sort');
  return rows.map(({ code, name, template }) => ({ code, name: parseJson(name), template: template ?? undefined }));
}

interface TariffRow {
  readonly code: string;
  readonly name: unknown;
  readonly needs_proof: number;
  readonly proofTypes: number;
}

async function tariffFacts(knex: Knex): Promise<readonly TariffFacts[]> {
  const proofTypes = knex('tariff_proof_types').count('*').whereRaw('tariff_proof_types.tariff_code = tariffs.code');
  const rows: readonly TariffRow[] = await knex('tariffs')
    .where({ active: true })
    .orderBy('sort')
    .select('code', 'name', 'needs_proof', { proofTypes });
  return rows.map(({ name, needs_proof, ...row }) => ({ ...row, name: parseJson(name), needsProof: Boolean(needs_proof) }));
}

interface PlaceRow {
  readonly category: string;
  readonly allocation: string | null;
  readonly n: number;
}

async function placeFacts(knex: Knex, performanceId: number): Promise<ReadinessFacts['places']> {
  const rows: readonly PlaceRow[] = await knex('performance_places')
    .where({ performance_id: performanceId })
    .whereNot({ status: 'closed' })
    .groupBy('category', 'allocation')
    .orderBy('category')
    .select('category', 'allocation')
    .count({ n: '*' });
  return rows.map(({ category, allocation, n }) => ({ category, allocation: allocation ?? undefined, count: n }));
}

async function heldTemplate(knex: Knex, venueId: number): Promise<string> {
  const row: { readonly pdf_product_template: string } = await knex('venues').where({ id: venueId }).first('pdf_product_template');
  return row.pdf_product_template;
}

async function templateFacts(knex: Knex, venueId: number): Promise<ReadinessFacts['templates']> {
  return knex('ticket_templates').where({ venue_id: venueId }).orderBy('code').select('code', 'seating');
}
