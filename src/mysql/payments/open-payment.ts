import type { Knex } from 'knex';
import type { Cents } from '../../domain/money';
import { nextAsk } from '../../domain/sale/asking';
import { Refusal } from '../../domain/refusal';
import { countOf, insertedId } from '../rows';
import type { NewRow, Row, RowChange } from '../schema/tables';
import { inTransaction } from '../transaction';

export interface NewPayment {
  readonly order: string;
  readonly amount: Cents;
  readonly upgradeOf?: number | undefined;
  readonly method: string;
  readonly at: string;
}

type Opened = Pick<Row<'payments'>, 'id' | 'reference'>;

/** Asked twice for the same money before it came, it is the same payment: two tabs do not become two debits. */
export async function openPayment(knex: Knex, payment: NewPayment): Promise<Opened> {
  return inTransaction(knex, async (trx) => {
    await lockOrder(trx, payment.order);
    return (await stillOpen(trx, payment)) ?? addPayment(trx, payment, { status: 'open', next_ask_at: firstAsk(payment.at) });
  });
}

function firstAsk(openedAt: string): Date | null {
  const at = nextAsk(Date.parse(openedAt), Date.parse(openedAt));
  return at === undefined ? null : new Date(at);
}

async function lockOrder(trx: Knex.Transaction, reference: string): Promise<void> {
  const row: unknown = await trx('orders').where({ reference }).forUpdate().first('reference');
  if (row === undefined) throw new Refusal('order-not-found', `No order ${reference}.`);
}

async function stillOpen(trx: Knex.Transaction, { order, amount, upgradeOf, method }: NewPayment): Promise<Opened | undefined> {
  return trx('payments')
    .where({ order_reference: order, amount, upgrade_of: upgradeOf ?? null, method, status: 'open' })
    .orderBy('id', 'desc')
    .first('id', 'reference');
}

/** The order's row is locked: its payments are numbered without a gap. `extra` says what is known of one that came unasked. */
export async function addPayment(
  trx: Knex.Transaction,
  payment: NewPayment,
  extra: Pick<NewRow<'payments'>, 'status'> & RowChange<'payments'>,
): Promise<Opened> {
  const before = await countOf(trx('payments').where({ order_reference: payment.order }));
  const reference = `${payment.order}.${before + 1}`;
  const id = await insertedId(trx, 'payments', {
    reference,
    order_reference: payment.order,
    amount: payment.amount,
    upgrade_of: payment.upgradeOf ?? null,
    method: payment.method,
    opened_at: new Date(payment.at),
    ...extra,
  });
  return { reference, id };
}
