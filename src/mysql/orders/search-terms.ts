import type { Knex } from 'knex';
import { nameWords } from '../../domain/name-words';
import type { NewOrder } from '../../ports/orders';

/** What the desk finds the order by: who bought it, and who sits there; whoever lost a ticket gives their own name. */
export async function writeSearchTerms(trx: Knex.Transaction, { customer, seats, placedAt, reference }: NewOrder): Promise<void> {
  const words = [...new Set([customer.name, ...seats.map(({ holder }) => holder)].flatMap(nameWords))].toSorted();
  if (words.length === 0) return;
  await trx('order_search_terms')
    .insert(words.map((term) => ({ term, placed_at: new Date(placedAt), order_reference: reference })))
    .onConflict(['term', 'placed_at', 'order_reference'])
    .merge(['term']);
  await learn(trx, words);
}

/** Read first: nobody waits because somebody else has the same name. */
async function learn(trx: Knex.Transaction, words: readonly string[]): Promise<void> {
  const known = await trx('name_words').whereIn('word', [...words]);
  if (known.length >= words.length) return;
  await trx('name_words')
    .insert(words.map((word) => ({ word })))
    .onConflict('word')
    .merge(['word']);
}
