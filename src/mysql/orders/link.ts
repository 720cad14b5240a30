import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import { inTransaction } from '../transaction';

/** The hash of the customer's link of an order, in one of its versions. */
export type LinkSecrets = (order: string, version: number) => string;

export async function byLinkHash(knex: Knex, hash: string): Promise<string | undefined> {
  const row: { readonly reference: string } | undefined = await knex('orders').where({ link_hash: hash }).first('reference');
  return row?.reference;
}

/** Links sent before open nothing any more. */
export async function renewLink(knex: Knex, reference: string, hashOf: LinkSecrets): Promise<number> {
  return inTransaction(knex, async (trx) => {
    const row: { readonly link_version: number } | undefined = await trx('orders').where({ reference }).forUpdate().first('link_version');
    if (!row) throw new Refusal('order-not-found', `No order ${reference}.`);
    const version = row.link_version + 1;
    await trx('orders')
      .where({ reference })
      .update({ link_version: version, link_hash: hashOf(reference, version) });
    return version;
  });
}
