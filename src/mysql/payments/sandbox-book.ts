import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { SandboxBook } from '../../ports/sale/sandbox-book';
import { inOneStatement } from '../transaction';

export function createSandboxBook({ knex }: { readonly knex: Knex }): SandboxBook {
  return {
    async write({ reference, amount, result, transaction }, at) {
      const told = { amount, result, transaction_no: transaction, at: new Date(at) };
      await inOneStatement(() =>
        knex('sandbox_payments')
          .insert({ reference, ...told })
          .onConflict('reference')
          .ignore(),
      );
      await inOneStatement(() => knex('sandbox_payments').where({ reference }).whereNot({ result: 'paid' }).update(told));
    },

    async find(reference) {
      const row = await knex('sandbox_payments').where({ reference }).first();
      return row && { reference, amount: cents(row.amount), currency: 'EUR', result: row.result, transaction: row.transaction_no };
    },
  };
}
