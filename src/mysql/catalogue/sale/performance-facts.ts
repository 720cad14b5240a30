import type { Knex } from 'knex';
import type { ReadinessFacts } from '../../../domain/sale/readiness-facts';

interface OfPerformance {
  readonly performance: number;
}

interface PlaceRow {
  readonly performance: number;
  readonly category: string;
  readonly allocation: string | null;
  readonly n: number;
}

export async function placeFacts(
  knex: Knex,
  ids: readonly number[],
): Promise<readonly (OfPerformance & ReadinessFacts['places'][number])[]> {
  const rows: readonly PlaceRow[] = await knex('performance_places')
    .whereIn('performance_id', [...ids])
    .whereNot({ status: 'closed' })
    .groupBy('performance_id', 'category', 'allocation')
    .orderBy('category')
    .select('category', 'allocation', { performance: 'performance_id' })
    .count({ n: '*' });
  return rows.map(({ performance, category, allocation, n }) => ({ performance, category, allocation: allocation ?? undefined, count: n }));
}

/** What is online in the same room while it plays. */
export async function sameRoomFacts(
  knex: Knex,
  ids: readonly number[],
): Promise<readonly (OfPerformance & ReadinessFacts['sameRoom'][number])[]> {
  return knex({ own: 'performances' })
    .join({ other: 'performances' }, (on) => {
      on.on('other.room_id', 'own.room_id').on('other.starts_at', '<', 'own.ends_at').on('other.ends_at', '>', 'own.starts_at');
    })
    .join('shows', 'shows.id', 'other.show_id')
    .whereIn('own.id', [...ids])
    .whereRaw('other.id <> own.id')
    .whereNotNull('other.published_at')
    .orderBy('other.id')
    .select({ performance: 'own.id', id: 'other.id', showTitle: 'shows.title' });
}
