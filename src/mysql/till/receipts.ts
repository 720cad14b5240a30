import type { Knex } from 'knex';
import { INTERNET } from '../../domain/sale/channel';
import type { Receipts } from '../../ports/sale/receipts';
import { receiptPage } from './receipt-page';
import { tillTotals } from './till-totals';

/** The money that came in, read from the payments, and what went back, from the refunds: nothing is written twice. */
export function createReceipts({ knex }: { readonly knex: Knex }): Receipts {
  return {
    list: (filter) => receiptPage(knex, filter),
    totals: (span) => tillTotals(knex, span),
    operators: () => knex('till_operators').where({ active: true }).whereNot({ code: INTERNET }).orderBy('code').select('code', 'name'),
  };
}
