import type { Knex } from 'knex';
import type { SaleRule } from '../../../domain/sale/sale-rule';
import { toIso } from '../../column-values';
import { insertedId, rowsOf, type Selected } from '../../rows';
import type { Row } from '../../schema/tables';

export async function saleRuleOf(knex: Knex, performanceId: number, channel: string): Promise<SaleRule | undefined> {
  const [rule] = await rulesOf(knex, { performance_id: performanceId, channel });
  return rule;
}

/** Of one channel. */
export async function rulesByPerformance(
  knex: Knex,
  performances: readonly number[],
  channel: string,
): Promise<ReadonlyMap<number, SaleRule>> {
  const rows = await knex('sale_rules')
    .whereIn('performance_id', [...performances])
    .where({ channel })
    .orderBy('id');
  const ids = rows.map(({ id }) => id);
  const tariffs = await rowsOf(knex('sale_rule_tariffs').whereIn('rule_id', ids).orderBy('tariff_code'), TARIFF);
  const methods = await rowsOf(knex('sale_rule_delivery_methods').whereIn('rule_id', ids).orderBy('delivery_method'), METHOD);
  const own = (offered: readonly Selected<typeof TARIFF>[], id: number) =>
    offered.filter(({ rule_id }) => rule_id === id).map(({ code }) => code);
  return new Map(
    rows.map((row) => [row.performance_id, ruleIn(row, { tariffs: own(tariffs, row.id), deliveryMethods: own(methods, row.id) })]),
  );
}

const TARIFF = { rule_id: 'sale_rule_tariffs.rule_id', code: 'sale_rule_tariffs.tariff_code' } as const;
const METHOD = { rule_id: 'sale_rule_delivery_methods.rule_id', code: 'sale_rule_delivery_methods.delivery_method' } as const;

function ruleIn(row: Row<'sale_rules'>, offered: Pick<SaleRule, 'tariffs' | 'deliveryMethods'>): SaleRule {
  return {
    ...{ channel: row.channel, opensAt: toIso(row.opens_at), closesAt: toIso(row.closes_at), maxSeats: row.max_seats },
    ...{ allocation: row.allocation ?? undefined, ...offered },
  };
}

export async function rulesOf(knex: Knex, which: Readonly<Record<string, unknown>>): Promise<readonly SaleRule[]> {
  const rows = await knex('sale_rules').where(which).orderBy('id');
  return Promise.all(
    rows.map(async (row) =>
      ruleIn(row, {
        tariffs: await knex('sale_rule_tariffs').where({ rule_id: row.id }).orderBy('tariff_code').pluck('tariff_code'),
        deliveryMethods: await knex('sale_rule_delivery_methods').where({ rule_id: row.id }).orderBy('delivery_method').pluck('delivery_method'), // prettier-ignore
      }),
    ),
  );
}

/** Also for the seed. */
export async function insertRule(trx: Knex, performanceId: number, rule: SaleRule): Promise<void> {
  const id = await insertedId(trx, 'sale_rules', {
    performance_id: performanceId,
    channel: rule.channel,
    opens_at: new Date(rule.opensAt),
    closes_at: new Date(rule.closesAt),
    max_seats: rule.maxSeats,
    allocation: rule.allocation ?? null,
  });
  const tariffs = [...new Set(rule.tariffs)].map((tariff_code) => ({ rule_id: id, tariff_code }));
  const methods = [...new Set(rule.deliveryMethods)].map((delivery_method) => ({ rule_id: id, delivery_method }));
  if (tariffs.length > 0) await trx('sale_rule_tariffs').insert(tariffs);
  if (methods.length > 0) await trx('sale_rule_delivery_methods').insert(methods);
}
