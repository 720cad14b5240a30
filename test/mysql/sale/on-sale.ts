import { createAllocations } from '../../../src/mysql/catalogue/sale/allocations';
import { createPublications } from '../../../src/mysql/catalogue/sale/publications';
import { createSaleRules } from '../../../src/mysql/catalogue/sale/sale-rules';
import type { ChangedThing } from '../../../src/mysql/settings/record-change';
import type { SaleRule } from '../../../src/domain/sale/sale-rule';
import type { Change } from '../../../src/ports/sale/sale-rules';
import { NOW, type BoxOffice } from '../open-box-office';

export const BY: Change = { by: { role: 'staff', id: 5 }, door: 'desk', at: NOW };

export type OnSale = ReturnType<typeof putOnSale>;

/** What the office can change of a sale, and what was written of the changes. */
export function putOnSale({ knex, catalogue }: BoxOffice) {
  const changes: ChangedThing[] = [];
  const needs = { knex, recordChange: async (_trx: unknown, change: ChangedThing) => void changes.push(change) };
  const rules = createSaleRules(needs);
  return {
    ...{ changes, rules, allocations: createAllocations(needs), publications: createPublications(needs) },

    async ruleOf(performanceId: number, channel = 'INTERNET'): Promise<SaleRule> {
      const rule = (await rules.of(performanceId)).find((one) => one.channel === channel);
      if (!rule) throw new Error(`No rule for ${channel}.`);
      return rule;
    },

    async free(performanceId: number, channel: string, category = 'unique'): Promise<number | undefined> {
      const offer = await catalogue.offer(performanceId, channel);
      return offer?.categories.find(({ code }) => code === category)?.free;
    },
  };
}
