import type { Knex } from 'knex';
import { selecting } from '../rows';
import type { DaySpan } from '../../ports/sale/day-span';

/** What moved in one of these spans, each by the clock of its own venues. `performance`: the column that says what it was for. */
export function withinDays(
  knex: Knex,
  query: Knex.QueryBuilder,
  { at, performance, days }: { readonly at: string; readonly performance: string; readonly days: readonly DaySpan[] },
): Knex.QueryBuilder {
  return query.where((any) => {
    for (const { from, until, venues } of days)
      any.orWhere((one) => {
        if (from !== undefined) one.where(at, '>=', new Date(from));
        if (until !== undefined) one.where(at, '<', new Date(until));
        if (venues) one.whereIn(performance, performancesAt(knex, venues));
      });
  });
}

function performancesAt(knex: Knex, venues: readonly number[]): Knex.QueryBuilder {
  const played = knex({ played: 'performances' })
    .join('rooms', 'rooms.id', 'played.room_id')
    .whereIn('rooms.venue_id', [...venues]);
  return selecting(played, { id: 'played:performances.id' });
}
