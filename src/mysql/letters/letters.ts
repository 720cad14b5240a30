import type { Knex } from 'knex';
import type { SeatNo } from '../../domain/decision/decision';
import type { Letters } from '../../ports/mail/letters';
import type { Orders } from '../../ports/orders';
import { letterSubject } from '../schema/json-columns';
import type { LetterState } from '../schema/mail';
import type { Row } from '../schema/tables';
import { keepAfterTickets } from '../proofs/after-tickets';
import { inOneStatement, inTransaction } from '../transaction';
import { CARRYING, toldOf } from './failed-releases';
import { createLetterFacts, letterRow, type ReadOrder } from './letter-facts';
import { rememberOrder } from './remembered-order';
import { tellUndelivered } from './undelivered';
import { writeLetter } from './write-letter';

interface Needs {
  readonly knex: Knex;
  readonly orders: Pick<Orders, 'view'>;
}

const STANDING = ['kind', 'order_reference', 'about', 'state'] as const;

type Standing = Pick<Row<'outgoing_mail'>, (typeof STANDING)[number]>;

export function createLetters({ knex, orders }: Needs): Letters {
  const factsOf = createLetterFacts({ knex, orders });

  const unsent = async (key: string, orderOf?: ReadOrder) => {
    const row = await letterRow(knex, key);
    return row?.state === 'queued' ? factsOf(row, orderOf) : undefined;
  };

  return {
    async facts(key) {
      const row = await letterRow(knex, key);
      return row && factsOf(row);
    },

    unsent: (key) => unsent(key),

    openBatch() {
      const orderOf = rememberOrder(orders);
      return { unsent: (key) => unsent(key, orderOf) };
    },

    stateOf,

    async toldBy(key) {
      const row = await knex('outgoing_mail')
        .where({ letter_key: key })
        .first(...CARRYING);
      return row && toldOf(knex, row);
    },

    async markSent(key, { at, messageId, told }) {
      const sent = { state: 'sent', message_id: messageId, sent_at: new Date(at), told_seq: told?.seq ?? null } as const;
      // Only letters with tickets change more than their own row.
      const marked = await inOneStatement(() =>
        knex('outgoing_mail')
          .where({ letter_key: key })
          .whereNotIn('kind', ['tickets', 'tickets-again'])
          .whereNotIn('state', ['sent', 'bounced'])
          .update(sent),
      );
      if (marked === 1) return;
      await inTransaction(knex, async (trx) => {
        const row = await lockWithOrder(trx, key);
        if (row.state === 'sent' || row.state === 'bounced') return;
        await trx('outgoing_mail').where({ letter_key: key }).update(sent);
        await markCarried(trx, row, { carried: told?.carried ?? [], at: new Date(at) });
        await markDelivery(trx, row, { delivery: 'sent', delivered_at: new Date(at) });
      });
    },

    markFailed: (key, { at, why }) =>
      inTransaction(knex, async (trx) => {
        const row = await lockWithOrder(trx, key);
        if (row.state !== 'queued') return;
        await trx('outgoing_mail')
          .where({ letter_key: key })
          .update({ state: 'failed', ended_at: new Date(at), why });
        await markDelivery(trx, row, { delivery: 'failed' });
        await tellUndelivered(trx, row, new Date(at));
      }),

    write: (letter) => inTransaction(knex, (trx) => writeLetter(trx, letter)),

    stray: (before, limit) =>
      knex('outgoing_mail')
        .where({ state: 'queued' })
        .whereNull('story_seq')
        .where('created_at', '<', new Date(before))
        .orderBy('id')
        .limit(limit)
        .pluck('letter_key'),
  };

  async function stateOf(key: string): Promise<LetterState | undefined> {
    const row = await knex('outgoing_mail').where({ letter_key: key }).first('state');
    return row?.state;
  }
}

/** The order first, as every change of it does (order-row.ts): otherwise the two could wait for each other. */
async function lockWithOrder(trx: Knex.Transaction, key: string): Promise<Standing> {
  const named = await trx('outgoing_mail').where({ letter_key: key }).first('order_reference');
  if (!named) throw new Error(`No letter ${key}.`);
  if (named.order_reference !== null) await trx('orders').where({ reference: named.order_reference }).forUpdate().first('reference');
  const row = await trx('outgoing_mail')
    .where({ letter_key: key })
    .forUpdate()
    .first(...STANDING);
  if (!row) throw new Error(`No letter ${key}.`);
  return row;
}

interface Carried {
  readonly carried: readonly SeatNo[];
  readonly at: Date;
}

/** When their tickets left, also of those that were cancelled while the letter was on its way; one that had left before keeps its time. */
async function markCarried(trx: Knex.Transaction, { order_reference: order }: Standing, { carried, at }: Carried): Promise<void> {
  if (order === null || carried.length === 0) return;
  await trx('positions')
    .where({ order_reference: order })
    .whereIn('no', [...carried])
    .whereNot({ delivery: 'sent' })
    .update({ delivered_at: at });
}

/** The seats whose tickets a letter carried; a seat that was cancelled meanwhile stays so. */
async function markDelivery(
  trx: Knex.Transaction,
  row: Standing,
  delivery: { readonly delivery: 'sent' | 'failed'; readonly delivered_at?: Date },
): Promise<void> {
  const { release } = letterSubject(row.about);
  if (row.kind !== 'tickets' || row.order_reference === null || release === undefined) return;
  await trx('positions').where({ order_reference: row.order_reference, release_no: release, delivery: 'ready' }).update(delivery);
  const { delivered_at: at } = delivery;
  if (at) await keepAfterTickets(trx, { order: row.order_reference, release, at });
}
