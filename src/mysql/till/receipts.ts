import type { Knex } from 'knex';
import { NOT_AT_A_COUNTER } from '../../domain/sale/channel';
import type { Receipts } from '../../ports/sale/receipts';
import { tableRows } from '../rows';
import { receiptPage } from './receipt-page';
import { tillTotals } from './till-totals';

/** The money that came in, read from the payments, and what went back, from the refunds: nothing is written twice. */
export function createReceipts({ knex }: { readonly knex: Knex }): Receipts {
  return {
    list: (filter) => receiptPage(knex, filter),
    totals: (...days) => tillTotals(knex, days),
    names: async () => ({
      operators: await allNamed(knex, 'till_operators'),
      methods: await allNamed(knex, 'payment_methods'),
      channels: await allNamed(knex, 'sales_channels'),
    }),
    counter: async () => ({
      operators: await inUse(knex, 'till_operators', (all) => all.whereNotIn('code', onlineTills(knex))),
      methods: await inUse(knex, 'payment_methods', (all) => all.whereNotIn('code', [...NOT_AT_A_COUNTER])),
      channels: await inUse(knex, 'sales_channels', (all) => all.where({ online: false })),
    }),
  };
}

type Named = 'till_operators' | 'payment_methods' | 'sales_channels';

function inUse(knex: Knex, table: Named, narrowed: (all: Knex.QueryBuilder) => Knex.QueryBuilder) {
  return allNamed(knex, table, (all) => narrowed(all.where({ active: true })));
}

function allNamed(knex: Knex, table: Named, narrowed = (all: Knex.QueryBuilder) => all) {
  return tableRows<Named, 'code' | 'name'>(narrowed(knex(table).orderBy('code')), ['code', 'name']);
}

/** Nobody's: the money of an online channel is counted apart from anybody's (docs/domain.md 1.1). */
function onlineTills(knex: Knex): Knex.QueryBuilder {
  return knex('sales_channels').where({ online: true }).select('till_operator_code');
}
