import type { Knex } from 'knex';
import { letterKey } from '../../domain/letter';
import { Refusal } from '../../domain/refusal';
import type { Orders } from '../../ports/orders';
import { writeAgain } from '../letters/write-again';
import { writeLetter } from '../letters/write-letter';
import { columns, firstOf } from '../rows';
import type { RecordChange } from '../settings/record-change';
import { inTransaction } from '../transaction';
import { customerOf } from './place-order';

/** The hash of the customer's link of an order, in one of its versions. */
export type LinkSecrets = (order: string, version: number) => string;

export async function byLinkHash(knex: Knex, hash: string): Promise<string | undefined> {
  const row = await knex('orders').where({ link_hash: hash }).first('reference');
  return row?.reference;
}

interface Needs {
  readonly knex: Knex;
  readonly hashOf: LinkSecrets;
  readonly recordChange: RecordChange;
}

const ORDER = {
  ...columns('orders', 'link_version', 'language', 'channel', 'customer_id'),
  ...columns('customers', 'name', 'email'),
} as const;

/**
 * Links sent before open nothing any more, nor do those that were asked for on the page; the same command is obeyed once. The record of
 * changes names customers by number: an address is nobody's for ten years.
 */
export function createRenewLink({ knex, hashOf, recordChange }: Needs): Orders['renewLink'] {
  return (reference, { command, email, again = [], ...change }) =>
    inTransaction(knex, async (trx) => {
      const order = trx('orders').join('customers', 'customers.id', 'orders.customer_id').where({ reference }).forUpdate();
      const row = await firstOf(order, ORDER);
      if (!row) throw new Refusal('order-not-found', `No order ${reference}.`);
      const letter = { kind: 'new-link', order: reference, about: { command } } as const;
      const known: unknown = await trx('outgoing_mail')
        .where({ letter_key: letterKey(letter) })
        .first('id');
      if (known && email !== undefined && email !== row.email)
        throw new Refusal('key-used-already', `${command} has corrected ${reference} otherwise.`);
      if (known) return { version: row.link_version, letter: letterKey(letter), again: [] };
      const to = email ?? row.email ?? undefined;
      // Whoever has no address had no link either.
      if (to === undefined) throw new Refusal('no-address', `Nowhere to send a link of ${reference} to.`);
      const version = row.link_version + 1;
      const { name, channel, customer_id: before } = row;
      const customer = email === undefined ? before : await customerOf(trx, { customer: { name, email }, channel });
      await trx('orders')
        .where({ reference })
        .update({ link_version: version, link_hash: hashOf(reference, version), customer_id: customer })
        .modify((changed) => {
          if (customer !== before) void changed.update({ address_corrected_at: new Date(change.at) });
        });
      await trx('sign_in_links').where({ order_reference: reference }).whereNull('used_at').delete();
      const subject = { kind: LINK, id: reference };
      await recordChange(trx, {
        ...change,
        subject,
        before: { version: row.link_version, customer: before },
        after: { version, customer },
      });
      const { at } = change;
      return {
        version,
        letter: await writeLetter(trx, { ...letter, language: row.language, to, at }),
        again: await writeAgain(trx, { order: reference, kinds: again, command, to, at }),
      };
    });
}

/** Under which the record of changes keeps it. */
export const LINK = 'customer-link';
