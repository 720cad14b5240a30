import type { Knex } from 'knex';
import type { NewOrder } from '../../ports/orders';

/** As long as the columns. */
const LENGTH = 120;

/**
 * The words of a name, each once. Accents and capitals make no difference to the columns; ligatures do where a beginning
 * is compared, so they are written as people type them.
 */
export function wordsOf(name: string): readonly string[] {
  const typed = name.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss');
  const words = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, LENGTH)))].toSorted();
}

/** Two words that differ by an accent alone are one to the columns. */
export async function writeSearchTerms(trx: Knex.Transaction, { customer, placedAt, reference }: NewOrder): Promise<void> {
  const words = wordsOf(customer.name);
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
