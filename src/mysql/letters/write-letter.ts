import type { Knex } from 'knex';
import { LETTER_HEADS, letterKey } from '../../domain/letter';
import type { Letters } from '../../ports/mail/letters';

/** A letter outside any story; a key that exists already is left as it is. */
export async function writeLetter(
  trx: Knex.Transaction,
  { kind, order, about, language, to, at }: Parameters<Letters['write']>[0],
): Promise<string> {
  const key = letterKey({ kind, order, about });
  const row = { letter_key: key, kind, order_reference: order ?? null, language, about: JSON.stringify(about), address: to };
  await trx('outgoing_mail')
    .insert({ ...row, recipient: LETTER_HEADS[kind].to, reviewer_id: about.reviewer ?? null, state: 'queued', created_at: new Date(at) })
    .onConflict('letter_key')
    .merge(['letter_key']);
  return key;
}
