import type { Knex } from 'knex';
import { Refusal } from '../../../domain/refusal';
import { refuseImpossibleRule, type SaleRule } from '../../../domain/sale/sale-rule';
import type { SaleRules } from '../../../ports/sale/sale-rules';
import { toIso } from '../../column-values';
import type { RecordChange } from '../../settings/record-change';
import { inTransaction } from '../../transaction';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

export function createSaleRules({ knex, recordChange }: Needs): SaleRules {
  return {
    of: (performanceId) => rulesOf(knex, { performance_id: performanceId }),

    put: (performanceId, rule, change) =>
      inTransaction(knex, async (trx) => {
        refuseImpossibleRule(rule);
        await refuseUnknown(trx, performanceId, rule);
        const before = await lockedRule(trx, performanceId, rule.channel);
        await removeRule(trx, performanceId, rule.channel);
        await insertRule(trx, performanceId, rule);
        await recordChange(trx, { ...change, subject: subjectOf(performanceId, rule.channel), before, after: rule });
      }),

    remove: (performanceId, channel, change) =>
      inTransaction(knex, async (trx) => {
        const before = await lockedRule(trx, performanceId, channel);
        if (!before) return;
        await removeRule(trx, performanceId, channel);
        await recordChange(trx, { ...change, subject: subjectOf(performanceId, channel), before, after: undefined });
      }),
  };
}

export async function saleRuleOf(knex: Knex, performanceId: number, channel: string): Promise<SaleRule | undefined> {
  const [rule] = await rulesOf(knex, { performance_id: performanceId, channel });
  return rule;
}

interface Row {
  readonly id: number;
  readonly channel: string;
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly max_seats: number;
  readonly allocation: string | null;
}

async function rulesOf(knex: Knex, which: Readonly<Record<string, unknown>>): Promise<readonly SaleRule[]> {
  const rows: readonly Row[] = await knex('sale_rules').where(which).orderBy('id');
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({
      channel: row.channel,
      opensAt: toIso(row.opens_at),
      closesAt: toIso(row.closes_at),
      maxSeats: row.max_seats,
      allocation: row.allocation ?? undefined,
      tariffs: await knex('sale_rule_tariffs').where({ rule_id: id }).orderBy('tariff_code').pluck('tariff_code'),
      deliveryMethods: await knex('sale_rule_delivery_methods').where({ rule_id: id }).orderBy('delivery_method').pluck('delivery_method'),
    })),
  );
}

/** Names that are nobody's, before the database says so without a word. */
async function refuseUnknown(trx: Knex, performanceId: number, rule: SaleRule): Promise<void> {
  const known = {
    performance: await trx('performances').where({ id: performanceId }).pluck('id'),
    channel: await trx('sales_channels').where({ code: rule.channel, active: true }).pluck('code'),
    allocation: await trx('allocations').where({ performance_id: performanceId }).pluck('code'),
    tariff: await trx('tariffs')
      .where({ active: true })
      .whereIn('code', [...rule.tariffs])
      .pluck('code'),
    method: await trx('delivery_methods')
      .where({ active: true })
      .whereIn('code', [...rule.deliveryMethods])
      .pluck('code'),
  };
  if (known.performance.length === 0) throw new Refusal('performance-not-found', `No performance ${performanceId}.`);
  if (rule.allocation !== undefined && !known.allocation.includes(rule.allocation))
    throw new Refusal('allocation-not-found', `No allocation ${rule.allocation}.`, { allocation: rule.allocation });
  const strangers = [
    ...(known.channel.length === 0 ? [rule.channel] : []),
    ...rule.tariffs.filter((code) => !known.tariff.includes(code)),
    ...rule.deliveryMethods.filter((code) => !known.method.includes(code)),
  ];
  if (strangers.length > 0) throw new Refusal('input-invalid', `Not known: ${strangers.join(', ')}.`, { unknown: strangers.join(' ') });
}

/** Two who write the same rule write one after the other, and each sees what the other wrote. */
async function lockedRule(trx: Knex.Transaction, performanceId: number, channel: string): Promise<SaleRule | undefined> {
  await trx('performances').where({ id: performanceId }).forUpdate().first('id');
  return saleRuleOf(trx, performanceId, channel);
}

function subjectOf(performanceId: number, channel: string) {
  return { kind: 'sale-rule', id: `${performanceId} ${channel}` };
}

async function removeRule(trx: Knex, performanceId: number, channel: string): Promise<void> {
  await trx('sale_rules').where({ performance_id: performanceId, channel }).delete();
}

/** Also for the seed. */
export async function insertRule(trx: Knex, performanceId: number, rule: SaleRule): Promise<void> {
  const [id = 0]: readonly number[] = await trx('sale_rules').insert({
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
