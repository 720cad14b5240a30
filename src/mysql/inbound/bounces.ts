import type { Knex } from 'knex';

/** A letter came back. Its order is told by the row; a letter of no order, or none of ours, gives none. */
export async function markBounced(knex: Knex, messageId: string, at: string): Promise<string | undefined> {
  const letter = { message_id: messageId };
  await knex('outgoing_mail')
    .where({ ...letter, state: 'sent' })
    .update({ state: 'bounced', ended_at: new Date(at) });
  const row: { readonly order_reference: string | null } | undefined = await knex('outgoing_mail').where(letter).first('order_reference');
  return row?.order_reference ?? undefined;
}
