import type { Knex } from 'knex';
import type { PaymentNotification } from '../../ports/sale/payments';
import { firstOf } from '../rows';
import type { NewRow } from '../schema/tables';
import { inOneStatement } from '../transaction';

/** A notification, from whom and when. */
export interface Arrival {
  readonly provider: string;
  readonly notification: PaymentNotification;
  readonly at: Date;
}

/** Kept with the code of its refusal; unlike one that was believed it may come again and be refused again. */
export async function recordRefused(knex: Knex, refused: NewRow<'payment_notifications'>): Promise<void> {
  await inOneStatement(() => knex('payment_notifications').insert(refused));
}

export async function recordAccepted(trx: Knex.Transaction, arrival: Arrival): Promise<void> {
  await trx('payment_notifications').insert({ ...columnsOf(arrival), code: 'accepted', dedupe_key: dedupeKey(arrival) });
}

/** The payment that this very transaction was believed for before. */
export async function acceptedBefore(trx: Knex.Transaction, arrival: Arrival): Promise<string | undefined> {
  const before = trx('payment_notifications').where({ dedupe_key: dedupeKey(arrival) });
  const row = await firstOf(before, { reference: 'payment_notifications.payment_reference!' });
  return row?.reference;
}

export function columnsOf({ provider, notification, at }: Arrival) {
  const { reference, transaction, amount, currency, result } = notification;
  return { provider, payment_reference: reference, transaction_no: transaction, amount, currency, result, received_at: at };
}

/** Money has a number of its own. A refusal has none at some providers (`0` at Paybox), so it is one a payment. */
function dedupeKey({ provider, notification: { reference, transaction, result } }: Arrival): string {
  return [provider, result, ...(result === 'paid' ? [] : [reference]), transaction].join(':');
}
