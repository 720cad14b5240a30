import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { Payments } from '../../ports/sale/payments';
import { toIso } from '../column-values';
import { recordRefused } from './notifications';
import { openPayment } from './open-payment';
import { takePayment } from './take-payment';
import { receivePayment } from './receive-payment';
import type { Row } from '../schema/tables';
import { inOneStatement } from '../transaction';

interface Needs {
  readonly knex: Knex;
  /** The name of the provider whose notifications are received: its transaction numbers are its own. */
  readonly provider?: string | undefined;
  /** Under which the money is counted. */
  readonly method?: string | undefined;
}

export function createPayments({ knex, provider = 'psp', method = 'CB INTERNET' }: Needs): Payments {
  return {
    open: (payment) => openPayment(knex, { ...payment, method }),

    async find(reference) {
      const row = await knex('payments').where({ reference }).first('amount', 'status', 'order_reference');
      return row && { order: row.order_reference, status: row.status, amount: cents(row.amount) };
    },

    receive: (notification, at) => receivePayment(knex, { provider, notification, at: new Date(at) }),

    take: (taken) => takePayment(knex, taken),

    recordRefused: (from, code, bodyHash, at) =>
      recordRefused(knex, { provider: from, code, body_hash: bodyHash, received_at: new Date(at) }),

    async untold(limit) {
      const rows = await knex('payments').whereNotNull('untold_since').orderBy('untold_since').limit(limit);
      return rows.map((row) => ({
        verdict: untoldVerdict(row),
        order: row.order_reference,
        payment: row.id,
        upgradeOf: row.upgrade_of ?? undefined,
      }));
    },

    async toAsk(now, limit) {
      const rows = await knex('payments')
        .where('next_ask_at', '<=', new Date(now))
        .whereIn('status', ['open', 'refused'])
        .orderBy('next_ask_at')
        .limit(limit)
        .select('reference', 'opened_at');
      return rows.map(({ reference, opened_at }) => ({ reference, openedAt: toIso(opened_at) }));
    },

    async askAgain(reference, at) {
      await inOneStatement(() =>
        knex('payments')
          .where({ reference })
          .update({ next_ask_at: at === undefined ? null : new Date(at) }),
      );
    },

    async markTold(payment) {
      await inOneStatement(() =>
        knex('payments')
          .where({ id: payment })
          .whereNull('told_at')
          .update({ told_at: knex.raw('utc_timestamp(3)') }),
      );
    },
  };
}

/** Only what the story of an order must hear of is told. */
function untoldVerdict({ id, verdict }: Pick<Row<'payments'>, 'id' | 'verdict'>): 'second' | 'upgrade' {
  if (verdict !== 'second' && verdict !== 'upgrade') throw new Error(`Payment ${id} is told to nobody: ${verdict}.`);
  return verdict;
}
