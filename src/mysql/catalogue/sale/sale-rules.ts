import type { Knex } from 'knex';
import { refuseFaults, unknownName, type EntryFault } from '../../../domain/catalogue/refused-entry';
import { Refusal } from '../../../domain/refusal';
import { refuseIdleTariffs, refuseImpossibleRule, refuseStoppedSale, type SaleRule } from '../../../domain/sale/sale-rule';
import type { Change, SaleRules } from '../../../ports/sale/sale-rules';
import { toIso } from '../../column-values';
import { isNamed } from '../admin/uses';
import type { RecordChange } from '../../settings/record-change';
import { inTransaction } from '../../transaction';
import { keepingSale } from './keeping-sale';
import { insertRule, rulesOf, saleRuleOf } from './kept-rules';
import { tariffFacts } from './readiness-facts';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

export function createSaleRules({ knex, recordChange }: Needs): SaleRules {
  return {
    of: (performanceId) => rulesOf(knex, { performance_id: performanceId }),

    put: (performanceId, rule, { unchanged, ...change }) =>
      sold(change, async (trx) => {
        const { times, online, published } = await refuseUnknown(trx, performanceId, rule);
        refuseImpossibleRule(rule, { ...times, online });
        refuseIdleTariffs(rule, await tariffFacts(trx));
        const before = await lockedRule(trx, performanceId, rule.channel);
        if (unchanged?.(before) === false) throw new Refusal('changed-meanwhile', 'The rule was changed since it was read.');
        refuseStoppedSale(rule, { before, at: change.at, online, published });
        await removeRule(trx, performanceId, rule.channel);
        await insertRule(trx, performanceId, rule);
        await recordChange(trx, { ...change, subject: subjectOf(performanceId, rule.channel), before, after: rule });
      }),

    remove: (performanceId, channel, change) =>
      sold(change, async (trx) => {
        if (!(await isNamed(trx, 'performances', { id: performanceId }))) throw noPerformance(performanceId);
        const before = await lockedRule(trx, performanceId, channel);
        if (!before) throw new Refusal('entry-not-found', `No rule for ${channel}.`, { kind: 'sale-rule', key: channel });
        await removeRule(trx, performanceId, channel);
        await recordChange(trx, { ...change, subject: subjectOf(performanceId, channel), before, after: undefined });
      }),
  };

  function sold(change: Change, work: (trx: Knex.Transaction) => Promise<void>): Promise<void> {
    return inTransaction(knex, (trx) => keepingSale(trx, change.at, () => work(trx)));
  }
}

/** Names that are nobody's, before the database says so without a word. */
async function refuseUnknown(trx: Knex, performanceId: number, rule: SaleRule): Promise<Known> {
  const known = {
    performance: await performanceOf(trx, performanceId),
    channel: await channelOf(trx, rule.channel),
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
  if (!known.performance) throw noPerformance(performanceId);
  const { allocation } = rule;
  refuseFaults(
    [
      ...(known.channel ? [] : [{ in: 'path' as const, ...unknownName('#/channel', rule.channel) }]),
      ...(allocation === undefined || known.allocation.includes(allocation) ? [] : [unknownName('#/allocation', allocation)]),
      ...strangers('tariffs', rule.tariffs, known.tariff),
      ...strangers('deliveryMethods', rule.deliveryMethods, known.method),
    ],
    'input-invalid',
  );
  return { ...known.performance, online: Boolean(known.channel?.online) };
}

function noPerformance(id: number): Refusal {
  return new Refusal('performance-not-found', `No performance ${id}.`);
}

function strangers(field: 'tariffs' | 'deliveryMethods', codes: readonly string[], known: readonly string[]): readonly EntryFault[] {
  return codes.flatMap((code, index) => (known.includes(code) ? [] : [unknownName(`#/${field}/${index}`, code)]));
}

interface Known {
  readonly times: { readonly startsAt: string; readonly endsAt: string };
  readonly online: boolean;
  /** The performance is online. */
  readonly published: boolean;
}

async function performanceOf(trx: Knex, id: number): Promise<Pick<Known, 'times' | 'published'> | undefined> {
  const row = await trx('performances').where({ id }).first('starts_at', 'ends_at', 'published_at');
  return row && { times: { startsAt: toIso(row.starts_at), endsAt: toIso(row.ends_at) }, published: row.published_at !== null };
}

async function channelOf(trx: Knex, code: string): Promise<{ readonly online: number } | undefined> {
  return trx('sales_channels').where({ code, active: true }).first('online');
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
