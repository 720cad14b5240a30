import type { Knex } from 'knex';
import { isWholeWord } from '../../domain/name-words';
import type { OrderFilter } from '../../ports/orders';
import { selecting } from '../rows';
import { beginsWith, following, marksIn, newestFirst, type Mark, type MarkList } from './marks';

/** How many words that begin alike are looked up one by one. */
const MOST_WORDS = 200;

/**
 * Orders whose names, the buyer's and those on the seats, have all those words, or words that begin so. Every word has its orders in the
 * order of the list, so that a page of « camille » reads a page, not every Camille: what was typed is completed to the
 * words that exist, and the beginnings of their lists are merged.
 */
export async function marksByName(knex: Knex, filter: OrderFilter, typed: readonly string[]): Promise<readonly Mark[]> {
  const completed = await Promise.all(typed.map(async (word) => ({ word, known: await knownWords(knex, word) })));
  // the word that says most: its lists are the shortest
  const [best, ...others] = completed.toSorted((a, b) => a.known.length - b.known.length || b.word.length - a.word.length);
  if (!best || completed.some(({ known }) => known.length === 0)) return [];
  const rest = others.map(({ word }) => word);
  if (best.known.length > MOST_WORDS) return sorted(knex, filter, [best.word, ...rest]);
  const lists = best.known.map((term) =>
    newestFirst(following(listOf(knex, filter, { where: ['t.term = ?', term], rest }), filter), filter),
  );
  const [only] = lists;
  if (lists.length === 1 && only) return marksIn(only);
  const merged = { query: knex.queryBuilder().union(lists, true), placedAt: 'placed_at', reference: 'reference' };
  return marksIn(newestFirst(merged, filter));
}

async function knownWords(knex: Knex, typed: string): Promise<readonly string[]> {
  const [sql, value] = matches('word', typed);
  return knex('name_words')
    .whereRaw(sql, [value])
    .limit(MOST_WORDS + 1)
    .pluck('word');
}

/** Too many words begin so: all of their orders are read, then sorted. */
async function sorted(knex: Knex, filter: OrderFilter, [first = '', ...rest]: readonly string[]): Promise<readonly Mark[]> {
  const list = following(listOf(knex, filter, { where: matches('t.term', first), rest }), filter);
  return marksIn(newestFirst({ ...list, query: list.query.distinct() }, filter));
}

/** A piece of SQL and the one value in it. */
type Condition = readonly [sql: string, value: string];

function matches(column: string, word: string): Condition {
  return isWholeWord(word) ? [`${column} = ?`, word] : [`${column} like ?`, beginsWith(word)];
}

interface Terms {
  readonly where: Condition;
  /** Other words that the names must have. */
  readonly rest: readonly string[];
}

function listOf(knex: Knex, { status, performanceId, channel }: OrderFilter, { where: [sql, value], rest }: Terms): MarkList {
  const query = selecting(knex({ t: 'order_search_terms' }).whereRaw(sql, [value]), {
    placed_at: 't:order_search_terms.placed_at',
    reference: 't:order_search_terms.order_reference',
  });
  for (const word of rest) {
    const [also, other] = matches('w.term', word);
    // counted, since an `exists` would be turned into a table of all who have the other word
    query.whereRaw(`(select count(*) from order_search_terms w where w.order_reference = t.order_reference and ${also}) > 0`, [other]);
  }
  if (status !== undefined || performanceId !== undefined || channel !== undefined) {
    query.join({ o: 'orders' }, { 'o.reference': 't.order_reference', 'o.placed_at': 't.placed_at' });
  }
  if (status !== undefined) query.where('o.status', status);
  if (performanceId !== undefined) query.where('o.performance_id', performanceId);
  if (channel !== undefined) query.where('o.channel', channel);
  return { query, placedAt: 't.placed_at', reference: 't.order_reference' };
}
