import type { Knex } from 'knex';
import { columns, computed, rowsOf } from '../../rows';
import type { ReadinessFacts } from '../../../domain/sale/readiness-facts';

interface OfPerformance {
  readonly performance: number;
}

export async function placeFacts(
  knex: Knex,
  ids: readonly number[],
): Promise<readonly (OfPerformance & ReadinessFacts['places'][number])[]> {
  const places = knex('performance_places')
    .whereIn('performance_id', [...ids])
    .whereNot({ status: 'closed' })
    .groupBy('performance_id', 'category', 'allocation')
    .orderBy('category');
  const counted = { performance: 'performance_places.performance_id', count: computed<number>(knex.raw('count(*)')) } as const;
  const rows = await rowsOf(places, { ...columns('performance_places', 'category', 'allocation'), ...counted });
  return rows.map(({ allocation, ...row }) => ({ ...row, allocation: allocation ?? undefined }));
}

/** What is online in the same room while it plays. */
export async function sameRoomFacts(
  knex: Knex,
  ids: readonly number[],
): Promise<readonly (OfPerformance & ReadinessFacts['sameRoom'][number])[]> {
  const online = knex({ own: 'performances' })
    .join({ other: 'performances' }, (on) => {
      on.on('other.room_id', 'own.room_id').on('other.starts_at', '<', 'own.ends_at').on('other.ends_at', '>', 'own.starts_at');
    })
    .join('shows', 'shows.id', 'other.show_id')
    .whereIn('own.id', [...ids])
    .whereRaw('other.id <> own.id')
    .whereNotNull('other.published_at')
    .orderBy('other.id');
  return rowsOf(online, { performance: 'own:performances.id', id: 'other:performances.id', showTitle: 'shows.title' });
}
