import type { Knex } from 'knex';
import { NOT_AT_A_COUNTER } from '../../domain/sale/channel';
import type { Receipts } from '../../ports/sale/receipts';
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
      operators: await named(knex, 'till_operators').whereNotIn('code', onlineTills(knex)),
      methods: await named(knex, 'payment_methods').whereNotIn('code', [...NOT_AT_A_COUNTER]),
      channels: await named(knex, 'sales_channels').where({ online: false }),
    }),
  };
}

function named(knex: Knex, table: string): Knex.QueryBuilder {
  return allNamed(knex, table).where({ active: true });
}

function allNamed(knex: Knex, table: string): Knex.QueryBuilder {
  return knex(table).orderBy('code').select('code', 'name');
}

/** Nobody's: the money of an online channel is counted apart from anybody's (docs/domain.md 1.1). */
function onlineTills(knex: Knex): Knex.QueryBuilder {
  return knex('sales_channels').where({ online: true }).select('till_operator_code');
}
